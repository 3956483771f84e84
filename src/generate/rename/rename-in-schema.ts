import { applyEdits } from "../../source/apply-edits.js";
import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import { readDatabase } from "../../spec/database/read-database.js";
import { renameFields } from "../../spec/database/rename-fields.js";
import { renameModels } from "../../spec/database/rename-models.js";
import { nameMap, type Renames } from "../../spec/renames.js";

/** The schema files with the new names of fields, models, enums and values. */
export function renameInSchema(backend: Backend, renames: Renames): readonly Edit[] {
  const before = readDatabase(backend);
  const fields = applyEdits(backend, renameFields(backend, before, nameMap(renames.fields)));
  const names = {
    models: nameMap(renames.models),
    enums: nameMap(renames.enums),
    values: nameMap(renames.values),
  };
  const head = applyEdits(fields, renameModels(fields, readDatabase(fields), names));
  return before.files.flatMap((path): readonly Edit[] => {
    const [old, now] = [backend, head].map(({ files }) => files.get(path)?.text ?? null);
    return old === undefined || now === undefined || old === now ? [] : [{ path, before: old, after: now }];
  });
}
