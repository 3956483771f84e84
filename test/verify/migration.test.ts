import { expect, test } from "@jest/globals";
import { makeBackend } from "../../src/source/make-backend.js";
import { NO_RENAMES, type Renames } from "../../src/spec/renames.js";
import { NO_INTENT } from "../../src/spec/intent.js";
import { migrationOf } from "../../src/verify/migration.js";

const schema = (provider: string, models: string): ReturnType<typeof makeBackend> =>
  makeBackend("tree", [
    [
      "prisma/schema/main.prisma",
      `generator client {\n  provider = "prisma-client-js"\n}\ndatasource db {\n  provider = "${provider}"\n  url      = "file:../db.sqlite"\n}\n`,
    ],
    ["prisma/schema/a.prisma", models],
  ]);

const BASE = `
model articles {
  id String @id
  title String
  note String?
  count Int?
  comments comments[]
  tags tags[]
}
model comments {
  id String @id
  article_id String
  article articles @relation(fields: [article_id], references: [id])
  @@index([article_id])
}
model tags {
  id String @id
  articles articles[]
}
`;
const WITHOUT_COMMENTS = BASE.replace("  comments comments[]\n", "").replace(
  /model comments \{[^}]*\}\n/,
  "",
);

const codes = (risks: readonly { code: string; reason: string }[]): readonly string[] =>
  risks.map(({ code, reason }) => `${code}: ${reason}`);

test.each(["sqlite", "postgresql"])("a removed model is a dropped table (%s)", async (provider) => {
  const migration = await migrationOf(schema(provider, BASE), schema(provider, WITHOUT_COMMENTS), NO_INTENT);
  expect(migration.dialect).toBe(provider);
  expect(migration.sql).toContain('DROP TABLE "comments"');
  expect(codes(migration.risks)).toEqual(['destructive: every row of "comments" is lost']);
  expect(migration.risks[0]?.statement).toBe('DROP TABLE "comments"');
});

test("PostgreSQL drops a column in place", async () => {
  const head = BASE.replace("  note String?\n", "");
  const migration = await migrationOf(schema("postgresql", BASE), schema("postgresql", head), NO_INTENT);
  expect(codes(migration.risks)).toEqual(['destructive: the values of "articles"."note" are lost']);
});

test("SQLite copies the table: what the copy leaves out is lost, the table itself is not", async () => {
  const head = BASE.replace("  note String?\n", "  extra String\n").replace("count Int?", "count Int");
  const migration = await migrationOf(schema("sqlite", BASE), schema("sqlite", head), NO_INTENT);
  expect(codes(migration.risks)).toEqual([
    'locking: "articles" is copied whole and takes no writes meanwhile',
    'destructive: the values of "articles"."note" are lost',
    'data-dependent: fails where "articles" has rows: "extra" is required and has no default',
    'backward-incompatible: code of the version before writes rows of "articles" without "extra"',
    'data-dependent: fails where a row of "articles" has no "count"',
    'backward-incompatible: code of the version before writes rows of "articles" without "count"',
  ]);
});

test("PostgreSQL: required columns, unique and plain indexes", async () => {
  const head = BASE.replace(
    "  note String?\n",
    "  extra String\n  @@index([title])\n  @@unique([count])\n",
  ).replace("count Int?", "count Int");
  const migration = await migrationOf(schema("postgresql", BASE), schema("postgresql", head), NO_INTENT);
  expect(codes(migration.risks)).toEqual([
    'destructive: the values of "articles"."note" are lost',
    'data-dependent: fails where "articles" has rows: "extra" is required and has no default',
    'backward-incompatible: code of the version before writes rows of "articles" without "extra"',
    'data-dependent: fails where a row of "articles" has no "count"',
    'backward-incompatible: code of the version before writes rows of "articles" without "count"',
    'locking: "articles" is read whole and takes no writes meanwhile',
    'locking: "articles" takes no writes while "articles_title_idx" is made',
    'data-dependent: "articles_count_key" cannot be made where two rows hold equal values',
    'locking: "articles" takes no writes while "articles_count_key" is made',
  ]);
});

test("nothing to migrate", async () => {
  const same = await migrationOf(
    schema("sqlite", BASE),
    schema("sqlite", `${BASE}\n// a comment\n`),
    NO_INTENT,
  );
  expect(same).toEqual({ sql: "", dialect: "sqlite", risks: [], refusals: [] });
  const foreign = await migrationOf(schema("mysql", BASE), schema("mysql", WITHOUT_COMMENTS), NO_INTENT);
  expect(foreign).toEqual({ sql: "", dialect: "mysql", risks: [], refusals: [] });
});

const INDEXED = `
model articles {
  id String @id
  title String
  writer_id String
  slug String @map("short_name")
  writer writers @relation(fields: [writer_id], references: [id])
  @@unique([writer_id, title])
  @@index([title(sort: Desc)])
}
model writers {
  id String @id
  articles articles[]
}
`;

const renamed = (names: Readonly<Record<string, string>>): Renames => ({
  ...NO_RENAMES,
  fields: Object.entries(names).map(([from, to]) => ({ from, to })),
});

test("a renamed column keeps its rows, and indexes and keys over it follow (PostgreSQL)", async () => {
  const head = INDEXED.replaceAll("title", "heading").replaceAll("writer_id", "author_id");
  const renames = renamed({ "articles.title": "heading", "articles.writer_id": "author_id" });
  const migration = await migrationOf(schema("postgresql", INDEXED), schema("postgresql", head), {
    ...NO_INTENT,
    renames,
  });
  expect(migration.sql.split("\n")).toEqual([
    "-- Renames keep their rows",
    'ALTER TABLE "articles" RENAME COLUMN "title" TO "heading";',
    'ALTER TABLE "articles" RENAME COLUMN "writer_id" TO "author_id";',
    'ALTER INDEX "articles_title_idx" RENAME TO "articles_heading_idx";',
    'ALTER INDEX "articles_writer_id_title_key" RENAME TO "articles_author_id_heading_key";',
    'ALTER TABLE "articles" RENAME CONSTRAINT "articles_writer_id_fkey" TO "articles_author_id_fkey";',
    "",
  ]);
  expect(new Set(migration.risks.map(({ code }) => code))).toEqual(new Set(["backward-incompatible"]));
});

test("SQLite makes indexes anew, because it cannot rename them", async () => {
  const head = INDEXED.replaceAll("title", "heading");
  const renames = renamed({ "articles.title": "heading" });
  const migration = await migrationOf(schema("sqlite", INDEXED), schema("sqlite", head), {
    ...NO_INTENT,
    renames,
  });
  expect(migration.sql.split("\n")).toEqual([
    "-- Renames keep their rows",
    'ALTER TABLE "articles" RENAME COLUMN "title" TO "heading";',
    'DROP INDEX "articles_title_idx";',
    'DROP INDEX "articles_writer_id_title_key";',
    'CREATE INDEX "articles_heading_idx" ON "articles"("heading" DESC);',
    'CREATE UNIQUE INDEX "articles_writer_id_heading_key" ON "articles"("writer_id", "heading");',
    "",
  ]);
});

test("a column that the schema maps keeps its name in the database", async () => {
  const head = INDEXED.replace("slug String", "short String");
  const renames = renamed({ "articles.slug": "short" });
  const migration = await migrationOf(schema("postgresql", INDEXED), schema("postgresql", head), {
    ...NO_INTENT,
    renames,
  });
  expect(migration).toEqual({ sql: "", dialect: "postgresql", risks: [], refusals: [] });
});

test("what changes beside a rename is compared under the new name", async () => {
  const head = INDEXED.replaceAll("title", "heading").replace("heading String", "heading String?");
  const renames = renamed({ "articles.title": "heading" });
  const migration = await migrationOf(schema("postgresql", INDEXED), schema("postgresql", head), {
    ...NO_INTENT,
    renames,
  });
  expect(migration.sql).toContain('ALTER TABLE "articles" ALTER COLUMN "heading" DROP NOT NULL');
});
