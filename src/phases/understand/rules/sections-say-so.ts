import type { Finding, Rule } from "../../../model/loop/finding.js";
import { nearestFirst } from "../../../model/loop/nearest-first.js";
import { foldedText, sentencesOf } from "../../sentences.js";
import type { RequirementSection } from "../../../retrieve/sections/requirement-section.js";
import type { Understanding } from "../understanding.js";

/** Whoever says that a requirement stands against a wish quotes it. */
export function sectionsSaySo(sections: readonly RequirementSection[]): Rule<Understanding> {
  const saying = (says: string): readonly RequirementSection[] =>
    foldedText(says) === "" ? [] : sections.filter(({ text }) => foldedText(text).includes(foldedText(says)));
  return ({ contradictions }) =>
    contradictions.flatMap(({ section, says }, index): readonly Finding[] => {
      const holders = saying(says).map(({ id }) => id);
      if (holders.includes(section)) return [];
      const path = `$input.contradictions[${index}]`;
      const advice = "If no sentence says the opposite, take the contradiction out.";
      if (holders.length > 0)
        return [
          {
            path: `${path}.section`,
            expected: "the section that says so",
            found: section,
            candidates: holders,
            advice: null,
            by: "rule",
          },
        ];
      const text = sections.find(({ id }) => id === section)?.text ?? "";
      const candidates = nearestFirst(says, sentencesOf(text)).slice(0, 8);
      const expected = `a sentence of ${section}, copied exactly`;
      return [{ path: `${path}.says`, expected, found: says, candidates, advice, by: "rule" }];
    });
}
