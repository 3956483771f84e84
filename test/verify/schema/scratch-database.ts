import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import sqlite from "node-sqlite3-wasm";
import { loadSeed, saveSeed } from "../../../src/store/pglite-seed.js";
import type { Dialect } from "../../../src/verify/schema/schema-engine.js";

export type Row = Readonly<Record<string, unknown>>;

/** A real database in memory, for migrations to be applied to. */
export interface ScratchDatabase {
  readonly dialect: Dialect;
  /** A whole script, as a migration tool sends it. */
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly Row[]>;
  /** Tables, columns, indexes, keys, sequences and enums as the database itself tells them, sorted. */
  layout(): Promise<readonly string[]>;
  /** Drops everything. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function scratchDatabase(dialect: Dialect): Promise<ScratchDatabase> {
  return dialect === "sqlite" ? scratchSqlite() : await scratchPostgres();
}

async function scratchPostgres(): Promise<ScratchDatabase> {
  const cache = join(tmpdir(), "autobe-test-cache");
  const seed = await loadSeed(cache);
  const database = await PGlite.create(seed === null ? {} : { loadDataDir: seed });
  if (seed === null) await saveSeed(cache, await database.dumpDataDir("none"));
  const rows = async (sql: string): Promise<readonly Row[]> => (await database.query<Row>(sql)).rows;
  return {
    dialect: "postgresql",
    run: async (sql) => void (await database.exec(sql)),
    rows,
    layout: async () => (await Promise.all(CATALOG.map(rows))).flat().map((row) => JSON.stringify(row)),
    // A script that failed may have left a transaction open.
    clear: async () =>
      void (await database.exec("ROLLBACK; DROP SCHEMA public CASCADE; CREATE SCHEMA public")),
    close: async () => await database.close(),
  };
}

const CATALOG: readonly string[] = [
  `SELECT table_name, column_name, data_type, udt_name, character_maximum_length, is_nullable, column_default
     FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, column_name`,
  `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname`,
  `SELECT conrelid::regclass::text AS "table", conname, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n' ORDER BY 1, 2`,
  `SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' ORDER BY sequencename`,
  `SELECT typname, string_agg(enumlabel, ', ' ORDER BY enumsortorder) AS labels
     FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname ORDER BY typname`,
];

function scratchSqlite(): ScratchDatabase {
  const open = (): sqlite.Database => {
    const fresh = new sqlite.Database(":memory:");
    fresh.exec("PRAGMA foreign_keys=ON");
    return fresh;
  };
  let database = open();
  const all = (sql: string): readonly Row[] => database.all(sql) as readonly Row[];
  return {
    dialect: "sqlite",
    run: async (sql) => database.exec(sql),
    rows: async (sql) => all(sql),
    layout: async () => sqliteLayout(all),
    clear: async () => {
      database.close();
      database = open();
    },
    close: async () => database.close(),
  };
}

/** Names of foreign keys are left out: SQLite knows them as text only, and nobody can change them. */
function sqliteLayout(all: (sql: string) => readonly Row[]): readonly string[] {
  const tables = all(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  return tables.flatMap(({ name }) => {
    const table = String(name);
    const lines = [
      ...all(`SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info('${table}')`),
      ...all(`SELECT "table", "from", "to", on_update, on_delete FROM pragma_foreign_key_list('${table}')`),
      ...all(
        `SELECT i.name, i."unique", i.origin, (SELECT group_concat(c.name || CASE WHEN c."desc" THEN ' DESC' ELSE '' END)
           FROM pragma_index_xinfo(i.name) c WHERE c.key) AS columns FROM pragma_index_list('${table}') i`,
      ),
    ];
    return lines.map((line) => `${table} ${JSON.stringify(line)}`).sort();
  });
}
