import { type Place, placesIn } from "../../rules/places.js";
import type { Query } from "../query.js";

/** A query with its place. */
export interface PlacedQuery {
  readonly query: Query;
  readonly path: string;
}

/** The queries of a body. */
export function queriesIn(tree: unknown, at: string): readonly PlacedQuery[] {
  return placesIn(tree, at).flatMap((place) =>
    isQuery(place) ? [{ query: place.node as unknown as Query, path: place.path }] : [],
  );
}

function isQuery({ key, owner }: Place): boolean {
  return (
    (key === "query" && owner?.node.kind === "query") ||
    (key === "queries" && owner?.node.kind === "together")
  );
}
