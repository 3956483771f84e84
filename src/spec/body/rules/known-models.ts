import { unknownName, type Violation } from "../../rules/violation.js";
import type { Scope } from "../scope.js";
import { queriesIn } from "./queries-in.js";

/** Queries are over models that exist. */
export function knownModels(tree: unknown, { models }: Scope, at: string): readonly Violation[] {
  return queriesIn(tree, at).flatMap(({ query, path }) =>
    models.has(query.model) ? [] : [unknownName(`${path}.model`, "a model", query.model, models.keys())],
  );
}
