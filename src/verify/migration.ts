import type { Backend } from "../source/backend.js";
import { readDatabase } from "../spec/database/read-database.js";
import type { Renames } from "../spec/renames.js";
import { readCreated } from "./schema/created.js";
import { type Risk, risksOf } from "./schema/migration-risks.js";
import { renameStatements } from "./schema/rename-statements.js";
import { renamedTypes, renamedValues } from "./schema/renamed-enums.js";
import { type Dialect, schemaDifference } from "./schema/schema-engine.js";
import { schemaTexts } from "./schema/schema-texts.js";
import { statementsOf } from "./schema/split-statements.js";
import { tableRenames } from "./schema/table-renames.js";
import { withRenames } from "./schema/with-renames.js";

export interface Migration {
  /** Empty where the database stays as it is. */
  readonly sql: string;
  /** "sqlite", "postgresql", or the datasource's own word where no SQL can be written for it. */
  readonly dialect: string;
  readonly risks: readonly Risk[];
}

/** What a change means and two schemas cannot say. */
export interface Intent {
  readonly renames: Renames;
}

/**
 * The SQL that carries a database from the base's schema to the head's, and what is at stake in it. The engine sees a
 * renamed column as one dropped and one added, so renames are written first and it compares what is left.
 */
export async function migrationOf(base: Backend, head: Backend, { renames }: Intent): Promise<Migration> {
  const from = schemaTexts(base);
  const to = schemaTexts(head);
  if (to.dialect === null || from.dialect !== to.dialect)
    return { sql: "", dialect: to.provider ?? "none", risks: [] };
  if (JSON.stringify(from.files) === JSON.stringify(to.files))
    return { sql: "", dialect: to.dialect, risks: [] };
  const renamed = withRenames(base, renames, to.dialect);
  const before = readCreated(await made(base, to.dialect));
  const between = readCreated(await made(renamed, to.dialect));
  const specs = [readDatabase(base), readDatabase(renamed)] as const;
  const tables = tableRenames(...specs, renames, before, between);
  const moved = [
    ...(to.dialect === "postgresql" ? renamedTypes(before, between) : []),
    ...renameStatements(before, between, tables, to.dialect),
    ...(to.dialect === "sqlite" ? renamedValues(...specs, renames) : []),
  ];
  const rest = (await schemaDifference(schemaTexts(renamed).files, to.files, to.dialect)).trim();
  const statements = statementsOf(rest);
  const parts = [
    ...(moved.length === 0
      ? []
      : [`-- Renames keep their rows\n${moved.map((each) => `${each};`).join("\n")}`]),
    // The engine writes a comment where nothing changes.
    ...(statements.length === 0 ? [] : [rest]),
  ];
  const sql = parts.length === 0 ? "" : `${parts.join("\n\n")}\n`;
  const risks = [...risksOf(moved, before.tables), ...risksOf(statements, between.tables)];
  return { sql, dialect: to.dialect, risks };
}

/** The script that makes the whole database. */
async function made(backend: Backend, dialect: Dialect): Promise<readonly string[]> {
  return statementsOf(await schemaDifference(null, schemaTexts(backend).files, dialect));
}
