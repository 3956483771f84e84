import type { Finding, Rule } from "../../../model/loop/finding.js";
import { nearestFirst } from "../../../model/loop/nearest-first.js";
import { foldedText, sentencesOf } from "../../sentences.js";
import type { Understanding } from "../understanding.js";
import { quotesIn } from "../quotes-in.js";

/** What is quoted is what the person wrote, so that nothing is made up. */
export function quotesOccur(text: string): Rule<Understanding> {
  const written = ` ${foldedText(text)} `;
  const sentences = sentencesOf(text);
  return (understanding) =>
    quotesIn(understanding).flatMap(({ path, quote }): readonly Finding[] => {
      const folded = foldedText(quote);
      if (folded !== "" && written.includes(` ${folded} `)) return [];
      return [
        {
          path,
          expected: "words of the text, copied exactly",
          found: quote,
          candidates: nearestFirst(quote, sentences).slice(0, 5),
          advice: "A part of a sentence is enough.",
          by: "rule",
        },
      ];
    });
}
