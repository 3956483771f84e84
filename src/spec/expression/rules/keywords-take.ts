import { placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";

/** What each keyword for random words may be given. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  alphabets: ["number"],
  alphaNumeric: ["number"],
  name: ["", "number"],
  paragraph: ["", "object"],
  content: ["", "object"],
  mobile: ["", "string"],
};

/** Random words are asked for with what their keyword takes; where it does not fit, either may be wrong. */
export function keywordsTake(tree: unknown, at: string): readonly Violation[] {
  return placesIn(tree, at).flatMap(({ node, path }) => {
    const { keyword, args } = node;
    if (node.kind !== "randomKeyword" || typeof keyword !== "string" || !Array.isArray(args)) return [];
    const kinds = (args as readonly { readonly kind: string }[]).map(({ kind }) => kind).join();
    const isLiteral = ["", "number", "string", "object"].includes(kinds);
    const takes = TAKES[keyword];
    if (!isLiteral || takes === undefined || takes.includes(kinds)) return [];
    const words = takes.map((each) => (each === "" ? "nothing" : `one ${each}`)).join(" or ");
    const fitting = Object.keys(TAKES).filter((each) => TAKES[each]?.includes(kinds));
    return [
      {
        path: `${path}.args`,
        expected: kinds === "" ? `at least one argument: ${words}` : words,
        found: kinds,
        candidates: [],
        advice: `${keyword} takes ${words}.`,
      },
      {
        path: `${path}.keyword`,
        expected: "a keyword that takes what is given",
        found: keyword,
        candidates: fitting,
        advice: `${keyword} takes ${words}.`,
      },
    ];
  });
}
