import { placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";

/** Regular expressions are such. */
export function regexCompiles(tree: unknown, at: string): readonly Violation[] {
  return placesIn(tree, at).flatMap(({ node, path }) => {
    if (node.kind !== "regex" && node.kind !== "randomPattern") return [];
    try {
      new RegExp(String(node["pattern"]), node.kind === "regex" ? String(node["flags"]) : "");
      return [];
    } catch (error) {
      return [
        {
          path: `${path}.pattern`,
          expected: "a regular expression without the slashes around it",
          found: String(node["pattern"]),
          candidates: [],
          advice: error instanceof Error ? error.message : String(error),
        },
      ];
    }
  });
}
