import { makeBackend } from "../../../src/source/make-backend.js";
import type { Backend } from "../../../src/source/backend.js";
import type { Intent } from "../../../src/spec/intent.js";
import { type Migration, migrationOf } from "../../../src/verify/migration.js";
import { schemaDifference } from "../../../src/verify/schema/schema-engine.js";
import { schemaTexts } from "../../../src/verify/schema/schema-texts.js";
import type { Row, ScratchDatabase } from "./scratch-database.js";

export interface Case {
  readonly base: string;
  readonly head: string;
  /** SQL that fills the tables of the base; both dialects read it. */
  readonly rows: string;
  readonly intent: Intent;
}

export interface Migrated {
  readonly migration: Migration;
  /** What the database says it holds behind the migration, and what a fresh one of the head's schema says. */
  readonly layout: readonly string[];
  readonly fresh: readonly string[];
  readonly rows: (sql: string) => Promise<readonly Row[]>;
}

/** Makes the base's database with its rows, applies the migration, and compares with a fresh database of the head. */
export async function migrate(database: ScratchDatabase, each: Case): Promise<Migrated> {
  const head = schemaOf(database, each.head);
  await database.clear();
  await database.run(await createScript(database, head));
  const fresh = await database.layout();
  const migration = await fill(database, each);
  await database.run(migration.sql);
  return { migration, layout: await database.layout(), fresh, rows: async (sql) => await database.rows(sql) };
}

/** The base's database with its rows, and the migration that waits for it. */
export async function fill(
  database: ScratchDatabase,
  { base, head, rows, intent }: Case,
): Promise<Migration> {
  await database.clear();
  await database.run(await createScript(database, schemaOf(database, base)));
  await database.run(rows);
  return await migrationOf(schemaOf(database, base), schemaOf(database, head), intent);
}

export function schemaOf({ dialect }: Pick<ScratchDatabase, "dialect">, models: string): Backend {
  const main = `datasource db {\n  provider = "${dialect}"\n}\n`;
  return makeBackend("tree", [
    ["prisma/schema/main.prisma", main],
    ["prisma/schema/models.prisma", models],
  ]);
}

async function createScript({ dialect }: ScratchDatabase, backend: Backend): Promise<string> {
  return await schemaDifference(null, schemaTexts(backend).files, dialect);
}
