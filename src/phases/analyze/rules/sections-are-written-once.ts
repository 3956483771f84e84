import type { Rule } from "../../../model/loop/finding.js";
import { doubles, doublesWithin } from "../../rules/doubles.js";
import { foldedText } from "../../sentences.js";
import type { Analysis, SectionDraft } from "../analysis.js";

/** Each section is written once, and each sentence stands once in it. */
export const sectionsAreWrittenOnce: Rule<Analysis> = ({ sections }) => [
  ...doubles(
    sections,
    "$input.sections",
    placeOf,
    "is the same section: put its sentences there, and take it out.",
  ),
  ...sections.flatMap(({ sentences }, index) => {
    const path = `$input.sections[${index}].sentences`;
    return [
      ...doubles(sentences, path, ({ text }) => foldedText(text)),
      ...sentences.flatMap((sentence, at) => doublesWithin(sentence, `${path}[${at}]`)),
    ];
  }),
];

function placeOf(draft: SectionDraft): readonly string[] {
  return draft.kind === "add-section" ? [draft.to, foldedText(draft.title)] : [draft.section];
}
