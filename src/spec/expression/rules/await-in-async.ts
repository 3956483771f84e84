import { ownersOf, placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";

/** What awaits: the word itself, and steps of tests that are written with it. */
const AWAITS: ReadonlySet<string> = new Set(["await", "apiCall", "helper"]);

/** `await` stands in async functions alone. The function around the whole tree is one. */
export function awaitInAsync(tree: unknown, at: string): readonly Violation[] {
  return placesIn(tree, at).flatMap((place) => {
    if (!AWAITS.has(place.node.kind)) return [];
    const around = ownersOf(place).find(({ node }) => node.kind === "arrow" || node.kind === "routine");
    if (around === undefined || around.node["async"] === true) return [];
    return [
      {
        path: `${around.path}.async`,
        expected: "true",
        found: "false",
        candidates: ["true"],
        advice: "The function awaits something, so it has to be async.",
      },
    ];
  });
}
