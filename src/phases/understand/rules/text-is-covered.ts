import type { Rule } from "../../../model/loop/finding.js";
import { ROOT } from "../../../model/schema/path.js";
import { quotesIn } from "../quotes-in.js";
import { foldedText, sentencesOf } from "../../sentences.js";
import type { Understanding } from "../understanding.js";

/** Every sentence is quoted somewhere, if only as a remark: what a person asked for is not left out in silence. */
export function textIsCovered(text: string): Rule<Understanding> {
  const sentences = sentencesOf(text);
  return (understanding) => {
    const quotes = quotesIn(understanding).map(({ quote }) => ` ${foldedText(quote)} `);
    const left = sentences.filter((sentence) => {
      const folded = ` ${foldedText(sentence)} `;
      return !quotes.some((quote) => folded.includes(quote) || quote.includes(folded));
    });
    if (left.length === 0) return [];
    const shown = left.map((sentence) => JSON.stringify(sentence)).join(", ");
    return [
      {
        path: ROOT,
        expected: "every sentence of the text quoted by what follows from it",
        found: null,
        candidates: [],
        advice: `Nothing quotes ${shown}. Add what follows from it, or a remark if it asks for nothing.`,
        by: "rule",
      },
    ];
  };
}
