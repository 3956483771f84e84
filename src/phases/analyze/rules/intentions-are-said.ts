import type { Finding, Rule } from "../../../model/loop/finding.js";
import { foldedText } from "../../sentences.js";
import type { NamedIntention } from "../../intentions.js";
import type { Analysis } from "../analysis.js";

/** Every intention has a sentence, so that none is lost between what was asked for and what is tested. */
export function intentionsAreSaid(intentions: readonly NamedIntention[]): Rule<Analysis> {
  return ({ sections }) => {
    const sentences = sections.flatMap((section, index) =>
      section.sentences.map(({ text, intentions: ids }, at) => ({
        path: `$input.sections[${index}].sentences[${at}].intentions`,
        text,
        ids,
      })),
    );
    return intentions.flatMap(({ id, requirement }): readonly Finding[] => {
      if (sentences.some(({ ids }) => ids.includes(id))) return [];
      const says = sentences.find(({ text }) => foldedText(text) === foldedText(requirement));
      const wish = JSON.stringify(requirement);
      if (says !== undefined)
        return [
          {
            path: says.path,
            expected: `"${id}" among them`,
            found: says.ids,
            candidates: [[...says.ids, id]],
            advice: `The sentence is what "${id}" says: ${wish}`,
            by: "rule",
          },
        ];
      const advice = `Nothing says ${wish}: write a sentence with "${id}" among its intentions.`;
      return [
        {
          path: "$input.sections",
          expected: `at least one sentence that follows from "${id}"`,
          found: sections.length,
          candidates: [],
          advice,
          by: "rule",
        },
      ];
    });
  };
}
