import { ownersOf, placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";

const LOOPS = new Set(["forOf", "forEach", "loop", "while"]);

/** `break` and `continue` stand in loops. */
export function loopsBreak(tree: unknown, at: string): readonly Violation[] {
  return placesIn(tree, at).flatMap((place) => {
    const { node, path } = place;
    if (node.kind !== "break" && node.kind !== "continue") return [];
    const around = ownersOf(place).find((each) => LOOPS.has(each.node.kind) || each.node.kind === "routine");
    if (around !== undefined && around.node.kind !== "routine" && around.key !== "each") return [];
    return [
      {
        path,
        expected: "a statement that does not speak of a loop",
        found: node.kind,
        candidates: ["return"],
        advice: "There is no loop around it that it could end; return instead.",
      },
    ];
  });
}
