import { placesIn } from "../../rules/places.js";
import { unknownName, type Violation } from "../../rules/violation.js";
import type { TestScope } from "../test-scope.js";

/** Helpers are those that the tests have. */
export function knownTestHelpers(tree: unknown, { helpers }: TestScope, at: string): readonly Violation[] {
  return placesIn(tree, at).flatMap(({ node, path }) => {
    const helper = node["helper"];
    return node.kind !== "helper" || typeof helper !== "string" || helpers.includes(helper)
      ? []
      : [unknownName(`${path}.helper`, "a helper", helper, helpers)];
  });
}
