import type { Model } from "../../database/database-spec.js";
import type { MaybeExpression } from "../../expression/expression.js";
import type { Violation } from "../../rules/violation.js";
import { nearestNames } from "../../../util/nearest-names.js";
import type { Query } from "../query.js";
import type { Scope } from "../scope.js";
import { selectedNames } from "./selected-names.js";
import { queriesIn } from "./queries-in.js";

/** Where a query speaks of members that other models have and its own has not, it may be the model that is wrong. */
export function modelsFit(tree: unknown, { models }: Scope, at: string): readonly Violation[] {
  return queriesIn(tree, at).flatMap(({ query, path }) => {
    const own = models.get(query.model);
    const names = namesIn(query);
    if (own === undefined || hasAll(own, names)) return [];
    const fitting = [...models.values()].filter((each) => hasAll(each, names)).map(({ name }) => name);
    if (fitting.length === 0) return [];
    return [
      {
        path: `${path}.model`,
        expected: `a model that has ${names.join(", ")}`,
        found: query.model,
        candidates: nearestNames(query.model, fitting),
        advice: "Either the model is meant to be another one, or the members are.",
      },
    ];
  });
}

function hasAll({ fields, attributes }: Model, names: readonly string[]): boolean {
  const keys = attributes.map((each) => each.fields.join("_"));
  return names.every(
    (name) => name === "_count" || keys.includes(name) || fields.some((field) => field.name === name),
  );
}

/** The members that a query names of its own model. */
function namesIn(query: Query): readonly string[] {
  const conditions = [
    "where" in query ? query.where : null,
    "orderBy" in query ? query.orderBy : null,
  ].flatMap(membersOf);
  const selected =
    "shape" in query && "selections" in query.shape ? selectedNames(query.shape.selections) : [];
  const mapped =
    "data" in query && query.data.kind === "mapped"
      ? query.data.mappings.flatMap((each) => (each.kind === "spread" ? [] : [each.member]))
      : [];
  return [...new Set([...conditions, ...selected, ...mapped])];
}

function membersOf(node: MaybeExpression): readonly string[] {
  if (node?.kind !== "object") return [];
  return node.members.flatMap((each) =>
    each.kind === "value" && !/^(AND|OR|NOT|_count)$/.test(each.name) ? [each.name] : [],
  );
}
