import { ownersOf, placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";

/** There is no transaction inside of a transaction. */
export function transactionsStandAlone(tree: unknown, at: string): readonly Violation[] {
  return placesIn(tree, at).flatMap((place) => {
    const { node, path } = place;
    const opens = node.kind === "transaction" || (node.kind === "together" && node["atomic"] === true);
    if (!opens || !ownersOf(place).some((each) => each.node.kind === "transaction")) return [];
    return [
      {
        path,
        expected: "queries",
        found: node.kind,
        candidates: [],
        advice: "The transaction around it holds all of its statements together already.",
      },
    ];
  });
}
