import type { Model } from "../../database/database-spec.js";
import type { Expression } from "../../expression/expression.js";
import type { Violation } from "../../rules/violation.js";
import type { Scope } from "../scope.js";
import { queriesIn } from "./queries-in.js";

/** One row is found, updated or deleted by a key that only one row has. */
export function uniqueConditions(tree: unknown, { models }: Scope, at: string): readonly Violation[] {
  return queriesIn(tree, at).flatMap(({ query, path }) => {
    const one =
      query.kind === "update" || query.kind === "delete" || (query.kind === "find" && query.by === "unique");
    const model = models.get(query.model);
    if (query.kind === "find" && query.where === null && query.orderBy === null)
      return [anyRow(`${path}.where`)];
    if (!one || model === undefined) return [];
    const names = namesIn(query.where);
    const keys = keysOf(model);
    if (names === null || keys.some((each) => names.includes(each))) return [];
    return [
      {
        path: names.length === 0 && query.where !== null ? `${path}.where.members` : `${path}.where`,
        expected: `at least one condition over ${keys.join(" or ")}`,
        found: names.length === 0 ? "none" : names.join(", "),
        candidates: keys,
        advice: WAYS[query.kind],
      },
    ];
  });
}

/** Which row it is would be up to the database. */
function anyRow(path: string): Violation {
  return {
    path,
    expected: "at least one condition",
    found: "none",
    candidates: [],
    advice: "Say which row is meant, or by which order it is the first one.",
  };
}

const WAYS = {
  find: 'Find it by "first" where the condition may hold for several rows.',
  update: "Use updateMany where the condition may hold for several rows.",
  delete: "Use deleteMany where the condition may hold for several rows.",
};

function keysOf({ fields, attributes }: Model): readonly string[] {
  const own = fields.filter(({ id, unique }) => id || unique).map(({ name }) => name);
  const joined = attributes.filter(({ kind }) => kind === "unique" || kind === "id");
  return [...own, ...joined.map((each) => each.fields.join("_"))];
}

/** The members of a condition; null where they are not all written out. */
function namesIn(where: Expression | null): readonly string[] | null {
  if (where === null) return [];
  if (where.kind !== "object" || where.members.some(({ kind }) => kind !== "value")) return null;
  return where.members.flatMap((each) => (each.kind === "value" ? [each.name] : []));
}
