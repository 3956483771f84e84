import { placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";
import type { Together } from "../body.js";

/** Queries that are asked together have a variable each; the last ones may go without. */
export function resultsMatch(tree: unknown, at: string): readonly Violation[] {
  return placesIn(tree, at).flatMap(({ node, path }) => {
    if (node.kind !== "together") return [];
    const { results, queries } = node as unknown as Together;
    if (results.length <= queries.length) return [];
    return [
      {
        path: `${path}.results`,
        expected: `${queries.length} names, at most one for each query`,
        found: `${results.length} names`,
        candidates: [],
        advice: "Name all answers in the order of their queries, or leave the list empty.",
      },
    ];
  });
}
