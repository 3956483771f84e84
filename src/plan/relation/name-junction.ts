import type { AddMany } from "../../change/kinds/add-many.js";
import { readNaming } from "../../generate/create/conventions/naming.js";
import { partsOf, pluralOf, singularOf } from "../../generate/create/conventions/spelling.js";
import type { Known } from "../../generate/create/known.js";
import type { NewModel } from "../../generate/create/new-model.js";
import type { Junction } from "../../generate/many/junction.js";
import type { Model } from "../../spec/database/database-spec.js";
import { ownWords } from "../../spec/words.js";
import { nameProblem } from "../field/name-problem.js";
import { modelCalled } from "../model/model-problem.js";
import { resolveRelations } from "../model/resolve-relations.js";
import type { Planned } from "../planned.js";

/** The table that ties rows of two models, named as the backend's tables are; or why there can be none. */
export function nameJunction(
  { name }: AddMany,
  model: Model,
  target: Model,
  known: Known,
): Junction | Exclude<Planned, { kind: "plan" }> {
  const problem = nameProblem(name, { ...model, fields: [] }) ?? keyProblem([model, target]);
  if (problem !== null) return { kind: "refused", ...problem };
  if (model === target)
    return {
      kind: "refused",
      reason: `Rows of ${model.name} on both sides need two names for what they are to each other.`,
      remedy: "Add a model for that with two relations: add model …, add relation ….",
    };
  const own = ownWords(known.database.models.keys());
  const noun = (each: Model): readonly string[] => singularOf(own.get(each.name) ?? partsOf(each.name));
  const words = [...noun(model), ...singularOf(partsOf(name))];
  const table = readNaming(known).table(words);
  const existing = modelCalled(table, known.database);
  if (existing !== null) return sayExists(existing, model, target);
  const references = [model, target].map((each) => ({
    name: noun(each).at(-1) ?? each.name,
    target: each,
    optional: false,
  }));
  const [first, second] = resolveRelations(
    { table, words, parent: null, owner: null, references },
    [],
    known,
  );
  if (first === undefined || second === undefined || first.name === second.name)
    return {
      kind: "refused",
      reason: `${model.name} and ${target.name} end alike, so their keys would be called alike.`,
      remedy: "Add a model for that with two relations: add model …, add relation ….",
    };
  return { model: modelOf(table, words, model, [first, second]), own: first, other: second };
}

function modelOf(
  table: string,
  words: readonly string[],
  model: Model,
  relations: NewModel["relations"],
): NewModel {
  return {
    table,
    path: model.path,
    like: model,
    noun: words.join(" "),
    nouns: pluralOf(words).join(" "),
    variable: "",
    pascal: "",
    columns: [],
    relations,
    updatedAt: false,
    softDelete: false,
    operations: [],
  };
}

function keyProblem(models: readonly Model[]): { readonly reason: string; readonly remedy: string } | null {
  const other = models.find(({ fields }) => fields.find(({ id }) => id)?.type !== "String");
  return other === undefined
    ? null
    : {
        reason: `${other.name} has no primary key of one column that holds text.`,
        remedy: "Relations to it have to be written by hand.",
      };
}

/** The table is there: as asked for, or for something else. */
function sayExists(existing: Model, model: Model, target: Model): Exclude<Planned, { kind: "plan" }> {
  const leads = (to: Model): boolean => existing.fields.some(({ relation }) => relation?.target === to.name);
  if (leads(model) && leads(target))
    return {
      kind: "nothing-to-do",
      reason: `${existing.name} ties ${model.name} to ${target.name} already.`,
      nearest: [],
    };
  return {
    kind: "refused",
    reason: `There is a model ${existing.name} already.`,
    remedy: "Choose another name.",
  };
}
