import type { Backend } from "../source/backend.js";
import type { Backfill } from "../spec/backfills.js";
import { readDatabase } from "../spec/database/read-database.js";
import { NO_RENAMES, type Renames } from "../spec/renames.js";
import { conversionsOf, type Refusal } from "./schema/conversions.js";
import { readCreated } from "./schema/created.js";
import { type Risk, risksOf } from "./schema/migration-risks.js";
import { renameStatements } from "./schema/rename-statements.js";
import { renamedTypes, renamedValues } from "./schema/renamed-enums.js";
import { rewriteScript } from "./schema/rewrite-script.js";
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
  /** Why no SQL is written for what changes; empty where it is. */
  readonly refusals: readonly Refusal[];
}

/** What a change means and two schemas cannot say. */
export interface Intent {
  readonly renames: Renames;
  readonly backfills: readonly Backfill[];
  /** Fields, as "model.field" of the head, of which a person said that values may be lost when their type changes. */
  readonly lossy: readonly string[];
}

export const NO_INTENT: Intent = { renames: NO_RENAMES, backfills: [], lossy: [] };

/**
 * The SQL that carries a database from the base's schema to the head's, and what is at stake in it. The engine sees a
 * renamed column as one dropped and one added, so renames are written first and it compares what is left; where rows
 * need values that it does not know, its statements are taken apart.
 */
export async function migrationOf(
  base: Backend,
  head: Backend,
  { renames, backfills, lossy }: Intent,
): Promise<Migration> {
  const from = schemaTexts(base);
  const to = schemaTexts(head);
  const { dialect } = to;
  if (dialect === null || from.dialect !== dialect) return nothing(to.provider ?? "none");
  if (JSON.stringify(from.files) === JSON.stringify(to.files)) return nothing(dialect);
  const renamed = withRenames(base, renames, dialect);
  const [before, between, after] = [
    readCreated(await made(base, dialect)),
    readCreated(await made(renamed, dialect)),
    readCreated(await made(head, dialect)),
  ];
  const specs = [readDatabase(base), readDatabase(renamed)] as const;
  const tables = tableRenames(...specs, renames, before, between);
  const moved = [
    ...(dialect === "postgresql" ? renamedTypes(before, between) : []),
    ...renameStatements(before, between, tables, dialect),
    ...(dialect === "sqlite" ? renamedValues(...specs, renames) : []),
  ];
  const sides = { renamed: specs[1], head: readDatabase(head), between, after, dialect };
  const { conversions, refusals } = conversionsOf(sides, backfills, lossy);
  if (refusals.length > 0) return { sql: "", dialect, risks: [], refusals };
  const difference = await schemaDifference(schemaTexts(renamed).files, to.files, dialect);
  const rest = rewriteScript(difference.trim(), between, conversions, dialect);
  const statements = statementsOf(rest);
  const parts = [
    ...(moved.length === 0
      ? []
      : [`-- Renames keep their rows\n${moved.map((each) => `${each};`).join("\n")}`]),
    // The engine writes a comment where nothing changes.
    ...(statements.length === 0 ? [] : [rest.trim()]),
  ];
  const sql = parts.length === 0 ? "" : `${parts.join("\n\n")}\n`;
  const risks = [...risksOf(moved, before.tables), ...risksOf(statements, between.tables)];
  return { sql, dialect, risks, refusals };
}

function nothing(dialect: string): Migration {
  return { sql: "", dialect, risks: [], refusals: [] };
}

/** The script that makes the whole database. */
async function made(backend: Backend, dialect: Dialect): Promise<readonly string[]> {
  return statementsOf(await schemaDifference(null, schemaTexts(backend).files, dialect));
}
