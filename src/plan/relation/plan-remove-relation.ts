import type { Answers } from "../../change/answer.js";
import type { RemoveRelation } from "../../change/kinds/remove-relation.js";
import { printChange } from "../../change/forms.js";
import type { Backend } from "../../source/backend.js";
import { carriersOf } from "../../spec/carried-by.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { type Names, NO_NAMES } from "../../spec/names.js";
import { readSpec, type Spec } from "../../spec/spec.js";
import { findField } from "../field/find-field.js";
import { findModels } from "../field/find-models.js";
import { planDifference } from "../removal/plan-removal.js";
import type { Planned } from "../planned.js";

type Member = readonly [Model, Field];

/** Plans taking a relation out: both ends, the column that holds its key, and the properties that carry any of them. */
export function planRemoveRelation(backend: Backend, change: RemoveRelation, answers: Answers): Planned {
  const spec = readSpec(backend);
  const models = findModels(change.from, spec.database, (from) => ({ ...change, from }));
  if (!models.ok) return models.ending;
  const gone: Member[] = [];
  for (const model of models.value) {
    const field = findField(change.name, model, (name) => ({ ...change, name }));
    // Of many models, the ones without such a relation are as asked for already.
    if (!field.ok && (models.value.length === 1 || field.ending.kind !== "nothing-to-do"))
      return field.ending;
    if (!field.ok) continue;
    const refusal = refusalOf(change, model, field.value, spec);
    if (refusal !== null) return { kind: "refused", ...refusal };
    gone.push(...membersOf(model, field.value, spec));
  }
  if (gone.length === 0)
    return { kind: "nothing-to-do", reason: `No model has "${change.name}".`, nearest: [] };
  return planDifference(backend, change, answers, spec, { names: removedOf(gone, spec) });
}

function refusalOf(
  change: RemoveRelation,
  model: Model,
  field: Field,
  { database }: Spec,
): { readonly reason: string; readonly remedy: string } | null {
  const name = `${model.name}.${field.name}`;
  const { relation } = field;
  if (relation === null)
    return {
      reason: `${name} is no relation.`,
      remedy: `For a column, write: ${printChange({ kind: "remove-field", name: field.name, from: change.from })}.`,
    };
  if (relation.fields.length === 0) {
    const holder = database.models.get(relation.target);
    const end = holder?.fields.find((each) => each.name === relation.opposite);
    const from = { models: [relation.target], stance: null };
    return {
      reason: `${name} holds no key.`,
      remedy:
        end === undefined || end.list
          ? "Both of its ends are lists: remove it by hand."
          : `Remove it from the other end: ${printChange({ ...change, name: end.name, from })}.`,
    };
  }
  const keyed = model.fields.some((each) => each.id && relation.fields.includes(each.name));
  const compound = model.attributes.some(
    ({ kind, fields }) => kind === "id" && fields.some((each) => relation.fields.includes(each)),
  );
  return keyed || compound
    ? { reason: `${name} is part of the primary key.`, remedy: "Remove the model, or another relation." }
    : null;
}

/** Both ends and the columns that no other relation has. */
function membersOf(model: Model, field: Field, { database }: Spec): readonly Member[] {
  const { relation } = field;
  if (relation === null) return [];
  const others = model.fields.filter((each) => each !== field).flatMap((each) => each.relation?.fields ?? []);
  const columns = model.fields.filter(({ name }) => relation.fields.includes(name) && !others.includes(name));
  const target = database.models.get(relation.target);
  const end = target?.fields.find(({ name }) => name === relation.opposite);
  return [
    [model, field],
    ...columns.map((column): Member => [model, column]),
    ...(target === undefined || end === undefined ? [] : [[target, end] as const]),
  ];
}

function removedOf(gone: readonly Member[], { api }: Spec): Names {
  const carriers = gone.flatMap(([model, field]) => carriersOf(model, field, api));
  return {
    ...NO_NAMES,
    fields: gone.map(([model, field]) => `${model.name}.${field.name}`),
    properties: [...new Set(carriers.map(({ dto, property }) => `${dto.name}.${property.name}`))],
  };
}
