import { expect, test } from "@jest/globals";
import { makeBackend } from "../../src/source/make-backend.js";
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
  const migration = await migrationOf(schema(provider, BASE), schema(provider, WITHOUT_COMMENTS));
  expect(migration.dialect).toBe(provider);
  expect(migration.sql).toContain('DROP TABLE "comments"');
  expect(codes(migration.risks)).toEqual(['destructive: every row of "comments" is lost']);
  expect(migration.risks[0]?.statement).toBe('DROP TABLE "comments"');
});

test("PostgreSQL drops a column in place", async () => {
  const head = BASE.replace("  note String?\n", "");
  const migration = await migrationOf(schema("postgresql", BASE), schema("postgresql", head));
  expect(codes(migration.risks)).toEqual(['destructive: the values of "articles"."note" are lost']);
});

test("SQLite copies the table: what the copy leaves out is lost, the table itself is not", async () => {
  const head = BASE.replace("  note String?\n", "  extra String\n").replace("count Int?", "count Int");
  const migration = await migrationOf(schema("sqlite", BASE), schema("sqlite", head));
  expect(codes(migration.risks)).toEqual([
    'locking: "articles" is copied whole and takes no writes meanwhile',
    'destructive: the values of "articles"."note" are lost',
    'data-dependent: fails where a row of "articles" has no "count"',
    'data-dependent: fails where "articles" has rows: "extra" is required and has no default',
  ]);
});

test("PostgreSQL: required columns, unique and plain indexes", async () => {
  const head = BASE.replace(
    "  note String?\n",
    "  extra String\n  @@index([title])\n  @@unique([count])\n",
  ).replace("count Int?", "count Int");
  const migration = await migrationOf(schema("postgresql", BASE), schema("postgresql", head));
  expect(codes(migration.risks)).toEqual([
    'destructive: the values of "articles"."note" are lost',
    'data-dependent: fails where "articles" has rows: "extra" is required and has no default',
    'data-dependent: fails where a row of "articles" has no "count"',
    'locking: "articles" takes no writes while "articles_title_idx" is made',
    'data-dependent: "articles_count_key" cannot be made where two rows hold equal values',
  ]);
});

test("nothing to migrate", async () => {
  const same = await migrationOf(schema("sqlite", BASE), schema("sqlite", `${BASE}\n// a comment\n`));
  expect(same).toEqual({ sql: "", dialect: "sqlite", risks: [] });
  const foreign = await migrationOf(schema("mysql", BASE), schema("mysql", WITHOUT_COMMENTS));
  expect(foreign).toEqual({ sql: "", dialect: "mysql", risks: [] });
});
