import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Sql } from "./sql.js";

/** Any number that nobody else locks in the same database. */
const LOCK = 4_207_815;

/** The table that Prisma's own tools keep, so that they can be used on the store as well. */
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** Applies what is missing, in order, all or nothing; several workers that start at once wait for each other. */
export async function migrate(sql: Sql): Promise<void> {
  const migrations = await readMigrations();
  await sql.transaction(async (tx) => {
    await tx.executeSql("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    await tx.executeSql(TABLE);
    const { rows } = await tx.executeSql('SELECT "migration_name" AS name FROM "_prisma_migrations"');
    const applied = new Set(rows.map((row) => row["name"]));
    for (const migration of migrations.filter(({ name }) => !applied.has(name))) {
      await tx.executeSql(migration.sql);
      await tx.executeSql(
        'INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count") VALUES ($1, $2, $3, now(), 1)',
        [randomUUID(), createHash("sha256").update(migration.sql).digest("hex"), migration.name],
      );
    }
  });
}

/** The files stand in the sources, from where the compiled code finds them too. */
async function readMigrations(): Promise<Migration[]> {
  const folder = fileURLToPath(new URL("../../../src/store/migrations/", import.meta.url));
  const names = (await readdir(folder)).filter((name) => /^\d+_/.test(name)).sort();
  return await Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(`${folder}/${name}/migration.sql`, "utf8") })),
  );
}
