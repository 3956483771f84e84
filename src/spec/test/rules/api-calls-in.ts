import type { ApiCall } from "../../expression/expression.js";
import { placesIn } from "../../rules/places.js";

/** The API calls of a test, those inside of its functions as well. */
export function apiCallsIn(
  tree: unknown,
  at: string,
): readonly { readonly call: ApiCall; readonly path: string }[] {
  return placesIn(tree, at).flatMap(({ node, path }) =>
    node.kind === "apiCall" ? [{ call: node as unknown as ApiCall, path }] : [],
  );
}
