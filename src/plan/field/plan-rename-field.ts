import type { Change } from "../../change/change.js";
import { printChange } from "../../change/forms.js";
import type { RenameField } from "../../change/kinds/rename-field.js";
import { renameInCode } from "../../generate/rename/rename-in-code.js";
import { renameFields } from "../../spec/database/rename-fields.js";
import type { Backend } from "../../source/backend.js";
import { carriersOf } from "../../spec/carried-by.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { NO_NAMES } from "../../spec/names.js";
import { nameMap, NO_RENAMES, type Renames } from "../../spec/renames.js";
import { respell } from "../../spec/respell.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { staleDocuments } from "../stale-documents.js";
import { readSpec, type Spec } from "../../spec/spec.js";
import { unclearRefusal } from "../rename/unclear-refusal.js";
import { editStep, inLayerOrder } from "../steps-of.js";
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
  return planRenames(backend, change, spec, renames);
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

/** The plan that carries new names of columns and properties through schema and code. */
export function planRenames(backend: Backend, change: Change, spec: Spec, renames: Renames): Planned {
  const code = renameInCode(backend, spec.database, spec.api, renames);
  const [unclear] = code.unclear;
  if (unclear !== undefined) return unclearRefusal(unclear);
  const schema = renameFields(backend, spec.database, nameMap(renames.fields));
  const removed = {
    ...NO_NAMES,
    fields: renames.fields.map(({ from }) => from),
    properties: renames.properties.map(({ from }) => from),
  };
  const steps = [
    ...schema.map(({ path }) =>
      editStep(
        path,
        removed.fields.map((cause) => ({ cause, how: "declares" })),
      ),
    ),
    ...code.edits.map(({ path }) =>
      editStep(
        path,
        [...(code.reasons.get(path) ?? [])].map(([cause, how]) => ({ cause, how })),
      ),
    ),
  ];
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      removed,
      renames,
      steps: inLayerOrder(steps),
      notices: staleDocuments(backend, removed),
    },
    edits: () => [...schema, ...code.edits],
  };
}
