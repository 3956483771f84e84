import type { Backend } from "../source/backend.js";
import { readDatabase } from "../spec/database/read-database.js";
import type { Intent } from "../spec/intent.js";
import { conversionsOf, type Refusal } from "./schema/conversions.js";
import { copyStatements } from "./schema/copy-rows.js";
import { readCreated } from "./schema/created.js";
import { renameStatements } from "./schema/rename-statements.js";
import { renamedTypes, renamedValues } from "./schema/renamed-enums.js";
import { rewriteScript } from "./schema/rewrite-script.js";
import { CountQueries } from "./schema/risks/count-queries.js";
import { textRisks } from "./schema/risks/enum-risks.js";
import { narrowingRisks } from "./schema/risks/narrowing-risks.js";
import { risksOf } from "./schema/risks/migration-risks.js";
import { renameRisks } from "./schema/risks/rename-risks.js";
import type { Risk } from "./schema/risks/risk.js";
import { rowsFirst } from "./schema/rows-first.js";
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

/**
 * The SQL that carries a database from the base's schema to the head's, and what is at stake in it. The engine sees a
 * renamed column as one dropped and one added, so renames are written first and it compares what is left; where rows
 * need values that it does not know, its statements are taken apart.
 */
export async function migrationOf(
  base: Backend,
  head: Backend,
  { renames, backfills, lossy, copies, narrowings }: Intent,
): Promise<Migration> {
  const from = schemaTexts(base);
  const to = schemaTexts(head);
  const { dialect } = to;
  if (dialect === null || from.dialect !== dialect) return nothing(to.provider ?? "none");
  const same = JSON.stringify(from.files) === JSON.stringify(to.files);
  if (same && narrowings.length === 0) return nothing(dialect);
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
  const { conversions, ...converted } = conversionsOf(sides, backfills, lossy);
  const copied = copyStatements(copies, sides);
  const refusals = [...converted.refusals, ...copied.refusals];
  if (refusals.length > 0) return { sql: "", dialect, risks: [], refusals };
  const difference = await schemaDifference(schemaTexts(renamed).files, to.files, dialect);
  const filled = rewriteScript(difference.trim(), between, conversions, dialect);
  const rest = rowsFirst(filled, copied.statements, new Set(between.tables.keys()));
  const statements = statementsOf(rest);
  const counts = new CountQueries(tables, before, between, conversions);
  const context = { between, after, conversions, counts, dialect };
  const risks = [
    ...renameRisks(moved),
    ...risksOf(statements, context),
    ...(dialect === "sqlite" ? textRisks(sides, context) : []),
    ...narrowingRisks(narrowings, sides, context),
  ];
  if (same) return { ...nothing(dialect), risks };
  // The engine writes a comment where nothing changes.
  const parts = [obstacles(risks), renamesOf(moved), statements.length === 0 ? "" : rest.trim()];
  const sql = parts.filter((each) => each !== "").join("\n\n");
  return { sql: sql === "" ? "" : `${sql}\n`, dialect, risks, refusals };
}

/** The rows that would stop the script, for whoever applies it to look first. */
function obstacles(risks: readonly Risk[]): string {
  const queries = risks.flatMap(({ code, rows }) =>
    code === "data-dependent" && rows !== null ? [rows] : [],
  );
  if (queries.length === 0) return "";
  return ["-- Each of these has to count 0 before:", ...queries.map((query) => commented(`${query};`))].join(
    "\n",
  );
}

/** A value may have lines of its own, and none of them may end the comment. */
function commented(sql: string): string {
  return sql.replace(/^|\r\n?|\n/g, (end) => `${end === "" ? "" : "\n"}--   `);
}

function renamesOf(moved: readonly string[]): string {
  return moved.length === 0
    ? ""
    : `-- Renames keep their rows\n${moved.map((each) => `${each};`).join("\n")}`;
}

function nothing(dialect: string): Migration {
  return { sql: "", dialect, risks: [], refusals: [] };
}

/** The script that makes the whole database. */
async function made(backend: Backend, dialect: Dialect): Promise<readonly string[]> {
  return statementsOf(await schemaDifference(null, schemaTexts(backend).files, dialect));
}
