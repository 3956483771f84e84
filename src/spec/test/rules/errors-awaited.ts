import { placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";

/** That an async function throws is known once it is awaited; else the test ends before. */
export function errorsAwaited(tree: unknown, at: string): readonly Violation[] {
  return placesIn(tree, at).flatMap(({ node, path, owner }) => {
    if (node.kind !== "error" && node.kind !== "httpError") return [];
    const routine = node["routine"] as { readonly kind: string; readonly async?: boolean };
    if (routine.async !== true || owner?.node.kind === "await" || owner?.node.kind === "arrow") return [];
    return [
      {
        path,
        expected: "await",
        found: node.kind,
        candidates: ["await"],
        advice: `The function is async; put { "kind": "await", "value": … } around it.`,
      },
    ];
  });
}
