import type { RenameField } from "../../change/kinds/rename-field.js";
import { renameFields } from "../../spec/database/rename-fields.js";
import type { Backend } from "../../source/backend.js";
import { carriersOf } from "../../spec/carried-by.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { nameMap, NO_RENAMES, type Renames } from "../../spec/renames.js";
import { respell } from "../../spec/respell.js";
import type { Planned } from "../planned.js";
import { readSpec, type Spec } from "../../spec/spec.js";
import { carryRenames } from "../rename/carry-renames.js";
import { findField, findModel } from "./find-field.js";
import { nameProblem } from "./name-problem.js";

/** Plans a new name for a column and for the properties that carry it under its name. */
export function planRenameField(backend: Backend, change: RenameField): Planned {
  const spec = readSpec(backend);
  const { database } = spec;
  const model = findModel(change.of, database, (of) => ({ ...change, of }));
  if (!model.ok) return model.ending;
  const field = findField(change.name, model.value, (name) => ({ ...change, name }));
  if (!field.ok) return doneAlready(change, model.value) ?? field.ending;
  const renames = renamesOf(change, model.value, field.value, spec);
  const problem = nameProblem(change.to, model.value) ?? taken(renames, spec);
  if (problem !== null) return { kind: "refused", ...problem };
  const schema = renameFields(backend, database, nameMap(renames.fields));
  const declares = renames.fields.map(({ from }) => ({ cause: from, how: "declares" }));
  return carryRenames(backend, change, spec, renames, schema, () => declares);
}

function doneAlready(change: RenameField, model: Model): Planned | null {
  if (!model.fields.some(({ name }) => name === change.to)) return null;
  const reason = `${model.name} has no "${change.name}" and has "${change.to}" already.`;
  return { kind: "nothing-to-do", reason, nearest: [] };
}

function renamesOf(change: RenameField, model: Model, field: Field, { api }: Spec): Renames {
  const carriers = carriersOf(model, field, api).filter(
    ({ property }) => respell(property.name, field.name, field.name) === property.name,
  );
  return {
    ...NO_RENAMES,
    fields: [{ from: `${model.name}.${field.name}`, to: change.to }],
    properties: carriers.map(({ dto, property }) => ({
      from: `${dto.name}.${property.name}`,
      to: respell(property.name, field.name, change.to),
    })),
  };
}

/** A DTO that has a property of the new name already. */
export function taken(
  { properties }: Renames,
  { api }: Spec,
): { readonly reason: string; readonly remedy: string } | null {
  for (const { from, to } of properties) {
    const owner = from.slice(0, from.lastIndexOf("."));
    if (api.dtos.get(owner)?.properties.some((each) => each.name === to) !== true) continue;
    return { reason: `${owner} has a property "${to}" already.`, remedy: "Choose another name." };
  }
  return null;
}
