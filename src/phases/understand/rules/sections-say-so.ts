import type { Finding, Rule } from "../../../model/loop/finding.js";
import { nearestFirst } from "../../../model/loop/nearest-first.js";
import { foldedText, sentencesOf } from "../sentences.js";
import type { RequirementSection } from "../requirement-sections.js";
import type { Understanding } from "../understanding.js";

/** Whoever says that a requirement stands against a wish quotes it. */
export function sectionsSaySo(sections: readonly RequirementSection[]): Rule<Understanding> {
  return ({ contradictions }) =>
    contradictions.flatMap(({ section, says }, index): readonly Finding[] => {
      const text = sections.find(({ id }) => id === section)?.text ?? "";
      if (foldedText(text).includes(foldedText(says)) && foldedText(says) !== "") return [];
      return [
        {
          path: `$input.contradictions[${index}].says`,
          expected: `a sentence of ${section}, copied exactly`,
          found: says,
          candidates: nearestFirst(says, sentencesOf(text)).slice(0, 8),
          advice: "If no sentence says the opposite, take the contradiction out.",
          by: "rule",
        },
      ];
    });
}
