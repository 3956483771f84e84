import type { Expression } from "../../expression/expression.js";
import type { Model } from "../../database/database-spec.js";
import { unknownName, type Violation } from "../../rules/violation.js";
import type { Scope } from "../scope.js";
import { queriesIn } from "./queries-in.js";

const JOINS = new Set(["AND", "OR", "NOT"]);
const RELATION_FILTERS = new Set(["some", "none", "every", "is", "isNot"]);

/** Conditions and orders speak of members of their model, and of the models that it relates to. */
export function knownConditions(tree: unknown, { models }: Scope, at: string): readonly Violation[] {
  return queriesIn(tree, at).flatMap(({ query, path }) => {
    const model = models.get(query.model);
    if (model === undefined) return [];
    const [where, orderBy] = [
      "where" in query ? query.where : null,
      "orderBy" in query ? query.orderBy : null,
    ];
    return [
      ...(where === null ? [] : checkObject(where, model, models, `${path}.where`)),
      ...(orderBy === null ? [] : checkObject(orderBy, model, models, `${path}.orderBy`)),
    ];
  });
}

type Models = Scope["models"];

function checkObject(node: Expression, model: Model, models: Models, path: string): readonly Violation[] {
  if (node.kind === "satisfies" || node.kind === "as")
    return checkObject(node.value, model, models, `${path}.value`);
  if (node.kind === "array")
    return node.items.flatMap((each, index) =>
      each.kind === "spread" ? [] : checkObject(each, model, models, `${path}.items[${index}]`),
    );
  if (node.kind === "logical") return checkObject(node.right, model, models, `${path}.right`);
  if (node.kind === "conditional")
    return [
      ...checkObject(node.then, model, models, `${path}.then`),
      ...checkObject(node.otherwise, model, models, `${path}.otherwise`),
    ];
  if (node.kind !== "object") return [];
  return node.members.flatMap((each, index) => {
    const place = `${path}.members[${index}]`;
    if (each.kind === "spread") return checkObject(each.value, model, models, `${place}.value`);
    return each.kind === "value" ? checkMember(each.name, each.value, model, models, place) : [];
  });
}

function checkMember(
  name: string,
  value: Expression,
  model: Model,
  models: Models,
  path: string,
): readonly Violation[] {
  if (JOINS.has(name)) return checkObject(value, model, models, `${path}.value`);
  const field = model.fields.find((each) => each.name === name);
  // A key over several columns is called by all of them.
  const isKey = model.attributes.some(({ fields }) => fields.length > 1 && fields.join("_") === name);
  if (field === undefined)
    return isKey || name === "_count"
      ? []
      : [
          unknownName(
            `${path}.name`,
            `a member of ${model.name}`,
            name,
            model.fields.map((each) => each.name),
          ),
        ];
  const target = models.get(field.type);
  if (target === undefined || value.kind !== "object") return [];
  return value.members.flatMap((each, index) => {
    const place = `${path}.value.members[${index}]`;
    if (each.kind !== "value") return [];
    return RELATION_FILTERS.has(each.name)
      ? checkObject(each.value, target, models, `${place}.value`)
      : checkMember(each.name, each.value, target, models, place);
  });
}
