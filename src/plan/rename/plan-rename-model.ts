import type { RenameModel } from "../../change/kinds/rename-model.js";
import { missingTags } from "../../generate/rename/dto-tags.js";
import { NO_MORE } from "../../generate/rename/rename-in-code.js";
import { renameInSchema } from "../../generate/rename/rename-in-schema.js";
import type { Backend } from "../../source/backend.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { nameMap, NO_RENAMES, type Renames } from "../../spec/renames.js";
import { readSpec } from "../../spec/spec.js";
import { findModel } from "../field/find-field.js";
import type { Reason } from "../plan.js";
import type { Planned } from "../planned.js";
import { carryRenames } from "./carry-renames.js";
import { modelNameProblem, tableNamed } from "./model-name.js";
import { fieldsNamedAfter } from "./named-after.js";
import { takenField } from "./taken-field.js";

/** Plans a new name for a model, with the relations and keys that are named after it. */
export function planRenameModel(backend: Backend, change: RenameModel): Planned {
  const spec = readSpec(backend);
  const { database } = spec;
  const found = findModel(change.name, database, (name) => ({ ...change, name }));
  if (!found.ok) return doneAlready(change, database) ?? found.ending;
  const model = found.value;
  const to = tableNamed(change, model);
  if (to === model.name)
    return { kind: "nothing-to-do", reason: `${model.name} is called so already.`, nearest: [] };
  const renames: Renames = {
    ...NO_RENAMES,
    models: [{ from: model.name, to }],
    fields: fieldsNamedAfter(model, to, database),
  };
  const problem = modelNameProblem(to, model, database) ?? takenField(renames, database);
  if (problem !== null) return { kind: "refused", ...problem };
  const texts = missingTags(backend, spec.api, nameMap(renames.models));
  const more = { ...NO_MORE, texts, because: [model.name, "maps"] as const };
  const schema = renameInSchema(backend, renames);
  const why = (path: string): readonly Reason[] => [
    { cause: model.name, how: path === model.path ? "declares" : "refers to" },
  ];
  return carryRenames(backend, change, spec, renames, schema, why, more);
}

function doneAlready(change: RenameModel, database: DatabaseSpec): Planned | null {
  const now = findModel(change.to, database, (to) => ({ ...change, to }));
  if (!now.ok) return null;
  const reason = `Nothing here is called "${change.name}", and there is ${now.value.name} already.`;
  return { kind: "nothing-to-do", reason, nearest: [] };
}
