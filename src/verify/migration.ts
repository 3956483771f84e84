import type { Backend } from "../source/backend.js";
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

/** The SQL that carries a database from the base's schema to the head's, and what is at stake in it. */
export async function migrationOf(base: Backend, head: Backend): Promise<Migration> {
  const from = schemaTexts(base);
  const to = schemaTexts(head);
  if (to.dialect === null || from.dialect !== to.dialect)
    return { sql: "", dialect: to.provider ?? "none", risks: [] };
  if (JSON.stringify(from.files) === JSON.stringify(to.files))
    return { sql: "", dialect: to.dialect, risks: [] };
  const sql = (await schemaDifference(from.files, to.files, to.dialect)).trim();
  // The engine writes a comment where nothing changes.
  const statements = statementsOf(sql);
  if (statements.length === 0) return { sql: "", dialect: to.dialect, risks: [] };
  const tables = tablesOf(statementsOf(await schemaDifference(null, from.files, to.dialect)));
  return { sql: `${sql}\n`, dialect: to.dialect, risks: risksOf(statements, tables) };
}
