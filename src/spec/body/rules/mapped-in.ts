import type { Model } from "../../database/database-spec.js";
import { placesIn } from "../../rules/places.js";
import type { Collect } from "../body.js";
import type { Mapping } from "../mapping.js";
import type { Scope } from "../scope.js";
import { queriesIn } from "./queries-in.js";

/** Mappings with the model whose rows they make or change. */
export interface Mapped {
  readonly mappings: readonly Mapping[];
  readonly path: string;
  readonly model: Model;
  readonly creates: boolean;
  /** The relation that whoever takes the rows fills in; empty for none. */
  readonly without: string;
}

const INPUT = /\bPrisma\.(\w+?)(?:Unchecked)?Create(?:Without(\w+))?Input\b/;

/** The mappings of a body: those of its queries, and what a collector ends with. */
export function mappedIn(tree: unknown, { models }: Scope, at: string): readonly Mapped[] {
  const asked = queriesIn(tree, at).flatMap(({ query, path }): readonly Mapped[] => {
    const model = models.get(query.model);
    if (model === undefined || !("data" in query) || query.data.kind !== "mapped") return [];
    return [
      {
        mappings: query.data.mappings,
        path: `${path}.data`,
        model,
        creates: query.kind === "create",
        without: "",
      },
    ];
  });
  const collected = placesIn(tree, at).flatMap(({ node, path }): readonly Mapped[] => {
    if (node.kind !== "collect") return [];
    const { type, mappings } = node as unknown as Collect;
    const [, name = "", without = ""] = INPUT.exec(type) ?? [];
    const model = models.get(name);
    return model === undefined ? [] : [{ mappings, path, model, creates: true, without }];
  });
  return [...asked, ...collected];
}
