import type { Backend } from "../source/backend.js";
import { readDatabase } from "../spec/database/read-database.js";
import { renameFields } from "../spec/database/rename-fields.js";
import { nameMap, type Renames } from "../spec/renames.js";
import { applyEdits } from "../source/apply-edits.js";
import { renameStatements } from "./schema/rename-statements.js";
import { schemaDifference } from "./schema/schema-engine.js";
import { schemaTexts } from "./schema/schema-texts.js";
import { statementsOf } from "./schema/split-statements.js";
import { tablesOf } from "./schema/table-columns.js";
import { type Risk, risksOf } from "./schema/migration-risks.js";

export interface Migration {
  /** Empty where the database stays as it is. */
  readonly sql: string;
  /** "sqlite", "postgresql", or the datasource's own word where no SQL can be written for it. */
  readonly dialect: string;
  readonly risks: readonly Risk[];
}

/**
 * The SQL that carries a database from the base's schema to the head's, and what is at stake in it. The engine sees a
 * renamed column as one dropped and one added, so renames are written first and it compares what is left.
 */
export async function migrationOf(base: Backend, head: Backend, renames: Renames): Promise<Migration> {
  const from = schemaTexts(base);
  const to = schemaTexts(head);
  if (to.dialect === null || from.dialect !== to.dialect)
    return { sql: "", dialect: to.provider ?? "none", risks: [] };
  if (JSON.stringify(from.files) === JSON.stringify(to.files))
    return { sql: "", dialect: to.dialect, risks: [] };
  const renamed = schemaTexts(withRenames(base, renames));
  const before = statementsOf(await schemaDifference(null, from.files, to.dialect));
  const between = statementsOf(await schemaDifference(null, renamed.files, to.dialect));
  const moved = renameStatements(before, between, to.dialect);
  const rest = (await schemaDifference(renamed.files, to.files, to.dialect)).trim();
  const statements = statementsOf(rest);
  const parts = [
    ...(moved.length === 0
      ? []
      : [`-- Renames keep their rows\n${moved.map((each) => `${each};`).join("\n")}`]),
    // The engine writes a comment where nothing changes.
    ...(statements.length === 0 ? [] : [rest]),
  ];
  const sql = parts.length === 0 ? "" : `${parts.join("\n\n")}\n`;
  const risks = [...risksOf(moved, tablesOf(before)), ...risksOf(statements, tablesOf(between))];
  return { sql, dialect: to.dialect, risks };
}

function withRenames(base: Backend, renames: Renames): Backend {
  if (renames.fields.length === 0) return base;
  return applyEdits(base, renameFields(base, readDatabase(base), nameMap(renames.fields)));
}
