import { ownersOf, placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";

/** `await` stands in async functions alone. The function around the whole tree is one. */
export function awaitInAsync(tree: unknown, at: string): readonly Violation[] {
  return placesIn(tree, at).flatMap((place) => {
    if (place.node.kind !== "await") return [];
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
