import { placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";
import { parseBlock } from "../parse-block.js";

/** The lists of statements, in which raw code is a statement; everywhere else it is an expression. */
const STATEMENTS = new Set([
  "statements",
  "then",
  "otherwise",
  "rescue",
  "finally",
  "arrange",
  "act",
  "assert",
]);

/** Raw code is one expression, or whole statements. */
export function rawParses(tree: unknown, at: string): readonly Violation[] {
  return placesIn(tree, at).flatMap(({ node, path, key, owner }) => {
    const code = node["code"];
    if (node.kind !== "raw" || typeof code !== "string") return [];
    const isStatement = (STATEMENTS.has(key) && owner?.node.kind !== "conditional") || key === "";
    if (code.trim() !== "" && parseBlock(isStatement ? `{ ${code} }` : `{ x = (${code}); }`) !== null)
      return [];
    return [
      {
        path: `${path}.code`,
        expected: isStatement ? "statements that parse" : "one expression that parses",
        found: code,
        candidates: [],
        advice: "Say it by other kinds; raw code is for what none of them says.",
      },
    ];
  });
}
