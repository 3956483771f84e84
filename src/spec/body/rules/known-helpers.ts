import { placesIn } from "../../rules/places.js";
import { unknownName, type Violation } from "../../rules/violation.js";
import { helpersOf, type Scope } from "../scope.js";

/** Collectors and transformers are those in sight. */
export function knownHelpers(tree: unknown, scope: Scope, at: string): readonly Violation[] {
  return placesIn(tree, at).flatMap(({ node, path }) =>
    (["collector", "transformer"] as const).flatMap((key) => {
      const name = node[key];
      if (typeof name !== "string" || scope.names.includes(name)) return [];
      const names = helpersOf(scope, key === "collector" ? "Collector" : "Transformer");
      return [unknownName(`${path}.${key}`, `a ${key}`, name, names)];
    }),
  );
}
