import type { Answers } from "../../change/answer.js";
import type { RemoveField } from "../../change/kinds/remove-field.js";
import { printChange } from "../../change/forms.js";
import type { Backend } from "../../source/backend.js";
import { carriersOf } from "../../spec/carried-by.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import type { InterfaceSpec } from "../../spec/interface/interface-spec.js";
import { readSpec, type Spec } from "../../spec/spec.js";
import { type Names, NO_NAMES } from "../../spec/names.js";
import { planDifference } from "../removal/plan-removal.js";
import type { Planned } from "../planned.js";
import { findField } from "./find-field.js";
import { findModels } from "./find-models.js";

/** Plans taking a column out of models, with the properties that carry it. */
export function planRemoveField(backend: Backend, change: RemoveField, answers: Answers): Planned {
  const spec = readSpec(backend);
  const { database, api } = spec;
  const models = findModels(change.from, database, (from) => ({ ...change, from }));
  if (!models.ok) return models.ending;
  const gone: (readonly [Model, Field])[] = [];
  for (const model of models.value) {
    const field = findField(change.name, model, (name) => ({ ...change, name }));
    // Of many models, the ones without such a field are as asked for already.
    if (!field.ok && (models.value.length === 1 || field.ending.kind !== "nothing-to-do"))
      return field.ending;
    if (!field.ok) continue;
    const refusal = refusalOf(model, field.value) ?? erasingBy(model, field.value, spec, backend);
    if (refusal !== null) return { kind: "refused", ...refusal };
    gone.push([model, field.value]);
  }
  if (gone.length === 0)
    return { kind: "nothing-to-do", reason: `No model has "${change.name}".`, nearest: [] };
  return planDifference(backend, change, answers, spec, { names: removedOf(gone, api) });
}

function refusalOf(model: Model, field: Field): { readonly reason: string; readonly remedy: string } | null {
  const name = `${model.name}.${field.name}`;
  if (field.id)
    return { reason: `${name} is the primary key.`, remedy: "Remove the model, or another field." };
  if (model.stance === "session")
    return {
      reason: `${name} is part of how actors sign in.`,
      remedy: "What a session holds, their sign-in needs: change that by hand first.",
    };
  const isKey = ({ relation }: Field): boolean => relation?.fields.includes(field.name) === true;
  const relation = field.relation === null ? model.fields.find(isKey) : field;
  if (relation?.relation == null) return null;
  return {
    reason: `${name} is part of the relation to ${relation.relation.target}.`,
    remedy: `To remove the relation, write: ${printChange({ kind: "remove-relation", name: relation.name, from: { models: [model.name], stance: null } })}.`,
  };
}

/** Rows that are erased by a time that is set would not be erased any more. */
function erasingBy(
  model: Model,
  field: Field,
  { api }: Spec,
  backend: Backend,
): { readonly reason: string; readonly remedy: string } | null {
  const sets = new RegExp(`\\.${model.name}\\s*\\.update(Many)?\\([^;]*\\bdata: \\{[^}]*\\b${field.name}:`);
  const erasing = [...api.operations.values()].find(
    ({ method, provider }) =>
      method === "DELETE" && sets.test(backend.files.get(provider?.path ?? "")?.text ?? ""),
  );
  if (erasing === undefined || !/^deleted_?at$/i.test(field.name)) return null;
  const gone = { kind: "remove-operation", method: erasing.method, path: erasing.path } as const;
  return {
    reason: `${erasing.key} erases rows of ${model.name} by ${field.name}, and would do nothing without it.`,
    remedy: `Let ${erasing.provider?.path} delete them first, or remove it as well: ${printChange(gone)}.`,
  };
}

function removedOf(gone: readonly (readonly [Model, Field])[], api: InterfaceSpec): Names {
  const carriers = gone.flatMap(([model, field]) => carriersOf(model, field, api));
  return {
    ...NO_NAMES,
    fields: gone.map(([model, field]) => `${model.name}.${field.name}`),
    properties: carriers.map(({ dto, property }) => `${dto.name}.${property.name}`),
  };
}
