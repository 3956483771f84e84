import { describe, expect, it } from "@jest/globals";
import { migrationFile } from "../../src/run/migration-file.js";
import { makeBackend } from "../../src/source/make-backend.js";

const MIGRATION = { sql: "SELECT 1;\n", dialect: "postgresql", risks: [], refusals: [] };
const NOON = (): number => Date.UTC(2026, 0, 31, 12, 5, 9);

function fileFor(paths: Readonly<Record<string, string>>, change = "remove comments", sql = MIGRATION.sql) {
  return migrationFile(makeBackend("tree", Object.entries(paths)), { ...MIGRATION, sql }, change, NOON);
}

const LOCK = 'provider = "postgresql"\n';
const edit = (path: string) => ({ kind: "file", edit: { path, before: null, after: "SELECT 1;\n" } });

describe("a migration's file", () => {
  it("stands beside the others, named by time and change", () => {
    expect(fileFor({ "prisma/migrations/20250101000000_init/migration.sql": "" })).toEqual(
      edit("prisma/migrations/20260131120509_remove_comments/migration.sql"),
    );
    expect(fileFor({ "prisma/schema/migrations/migration_lock.toml": LOCK }, "Entferne „Ämter“")).toEqual(
      edit("prisma/schema/migrations/20260131120509_entferne_a_mter/migration.sql"),
    );
    expect(fileFor({ "prisma/migrations/0001_init/migration.sql": "" }, "削除")).toEqual(
      edit("prisma/migrations/20260131120509_change/migration.sql"),
    );
  });

  it("comes after one that a faster clock has made", () => {
    expect(fileFor({ "prisma/migrations/20261231235959_init/migration.sql": "" })).toEqual(
      edit("prisma/migrations/20270101000000_remove_comments/migration.sql"),
    );
  });

  it("is not made where no migrations are kept, or there is nothing to migrate", () => {
    expect(fileFor({ "prisma/schema/main.prisma": "" })).toBeNull();
    expect(fileFor({ "prisma/migrations/README.md": "" })).toBeNull();
    expect(fileFor({ "prisma/migrations/migration_lock.toml": LOCK }, "remove comments", "")).toBeNull();
  });

  it("is not made among migrations for another database", () => {
    expect(fileFor({ "prisma/migrations/migration_lock.toml": 'provider = "sqlite"\n' })).toEqual({
      kind: "foreign",
      folder: "prisma/migrations",
      provider: "sqlite",
    });
    expect(fileFor({ "prisma/migrations/migration_lock.toml": 'provider = "postgres"\n' })?.kind).toBe(
      "file",
    );
  });
});
