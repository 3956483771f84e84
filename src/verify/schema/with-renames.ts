import { applyEdits } from "../../source/apply-edits.js";
import type { Backend } from "../../source/backend.js";
import { readDatabase } from "../../spec/database/read-database.js";
import { renameFields } from "../../spec/database/rename-fields.js";
import { renameModels } from "../../spec/database/rename-models.js";
import { nameMap, type Renames } from "../../spec/renames.js";
import type { Dialect } from "./schema-engine.js";

/** The backend as it would be if a change did nothing but rename in the schema. */
export function withRenames(base: Backend, renames: Renames, dialect: Dialect): Backend {
  const fields =
    renames.fields.length === 0
      ? base
      : applyEdits(base, renameFields(base, readDatabase(base), nameMap(renames.fields)));
  const names = {
    models: nameMap(renames.models),
    enums: nameMap(renames.enums),
    // SQLite has values as text only: rows are rewritten, and defaults are left to the engine's comparison.
    values: dialect === "sqlite" ? new Map<string, string>() : nameMap(renames.values),
  };
  if (names.models.size + names.enums.size + names.values.size === 0) return fields;
  return applyEdits(fields, renameModels(fields, readDatabase(fields), names));
}
