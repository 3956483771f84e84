import type { Model } from "../../database/database-spec.js";
import { unknownName, type Violation } from "../../rules/violation.js";
import type { Select } from "../body.js";
import { placesIn } from "../../rules/places.js";
import type { Selection, Shape } from "../query.js";
import type { Scope } from "../scope.js";
import { queriesIn } from "./queries-in.js";

/** What is selected are members of the model; neighbours and counts are of its relations. */
export function knownSelections(tree: unknown, scope: Scope, at: string): readonly Violation[] {
  const { models } = scope;
  const asked = queriesIn(tree, at).flatMap(({ query, path }) => {
    const model = models.get(query.model);
    return model === undefined || !("shape" in query)
      ? []
      : checkShape(query.shape, model, models, `${path}.shape`);
  });
  const selected = placesIn(tree, at).flatMap(({ node, path, owner }) => {
    if (node.kind !== "select" || owner !== null) return [];
    const { type, selections } = node as unknown as Select;
    const model = models.get(/^Prisma\.(\w+)FindManyArgs$/.exec(type)?.[1] ?? "");
    return model === undefined ? [] : checkSelections(selections, model, models, path);
  });
  return [...asked, ...selected];
}

type Models = Scope["models"];

function checkShape(shape: Shape, model: Model, models: Models, path: string): readonly Violation[] {
  return "selections" in shape ? checkSelections(shape.selections, model, models, path) : [];
}

function checkSelections(
  selections: readonly Selection[],
  model: Model,
  models: Models,
  path: string,
): readonly Violation[] {
  return selections.flatMap((each, index) => {
    const place = `${path}.selections[${index}]`;
    switch (each.kind) {
      case "column":
        return memberOf(model, each.name, `${place}.name`);
      case "computed":
        return each.name === "_count" ? [] : memberOf(model, each.name, `${place}.name`);
      case "neighbour":
        return relationOf(model, each.relation, `${place}.relation`);
      case "counts":
        return each.relations.flatMap(({ relation }, number) =>
          relationOf(model, relation, `${place}.relations[${number}].relation`),
        );
      case "nested": {
        const wrong = relationOf(model, each.relation, `${place}.relation`);
        const target = models.get(model.fields.find(({ name }) => name === each.relation)?.type ?? "");
        return target === undefined
          ? wrong
          : [...wrong, ...checkShape(each.shape, target, models, `${place}.shape`)];
      }
    }
  });
}

function memberOf(model: Model, name: string, path: string): readonly Violation[] {
  const names = model.fields.map((each) => each.name);
  return names.includes(name) ? [] : [unknownName(path, `a member of ${model.name}`, name, names)];
}

function relationOf(model: Model, name: string, path: string): readonly Violation[] {
  const names = model.fields.filter(({ relation }) => relation !== null).map((each) => each.name);
  return names.includes(name) ? [] : [unknownName(path, `a relation of ${model.name}`, name, names)];
}
