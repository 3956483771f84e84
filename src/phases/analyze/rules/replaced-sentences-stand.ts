import type { Finding, Rule } from "../../../model/loop/finding.js";
import { nearestFirst } from "../../../model/loop/nearest-first.js";
import { foldedText, sentencesOf } from "../../sentences.js";
import type { Analysis, RewrittenSection } from "../analysis.js";

/** What a sentence takes the place of stands in its section; what stands there already is not written again. */
export function replacedSentencesStand(texts: ReadonlyMap<string, string>): Rule<Analysis> {
  return ({ sections }) =>
    sections.flatMap((draft, index) =>
      draft.kind === "change-section"
        ? findingsOf(draft, texts.get(draft.section) ?? "", `$input.sections[${index}]`)
        : [],
    );
}

function findingsOf({ section, sentences }: RewrittenSection, text: string, at: string): readonly Finding[] {
  const standing = sentencesOf(text);
  return sentences.flatMap(({ text: said, instead }, index): readonly Finding[] => {
    const path = `${at}.sentences[${index}].instead`;
    const absent = instead.flatMap((each, place): readonly Finding[] =>
      text.includes(each)
        ? []
        : [
            {
              path: `${path}[${place}]`,
              expected: `a sentence of ${section}, copied exactly`,
              found: each,
              candidates: nearestFirst(each, standing).slice(0, 8),
              advice: "If all of its sentences still hold, leave it empty.",
              by: "rule",
            },
          ],
    );
    const same = standing.find((each) => foldedText(each) === foldedText(said));
    if (same === undefined || instead.includes(same)) return absent;
    const advice = `${section} says it already: let it take the place of that sentence, or take it out.`;
    const expected = "the sentence that it repeats";
    return [...absent, { path, expected, found: instead, candidates: [[same]], advice, by: "rule" }];
  });
}
