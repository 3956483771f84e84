import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { RowCopy } from "../../../src/spec/row-copies.js";
import { NO_INTENT } from "../../../src/spec/intent.js";
import type { Dialect } from "../../../src/verify/schema/schema-engine.js";
import { fill, migrate } from "./migrate.js";
import { type Row, type ScratchDatabase, scratchDatabase } from "./scratch-database.js";

interface Copied {
  readonly title: string;
  readonly base: string;
  readonly head: string;
  readonly copies: readonly RowCopy[];
  readonly rows: string;
  readonly ask: string;
  readonly answer: readonly Row[];
}

const TO_ONE = `model articles {
  id Int @id
  tag_id String?
  tag tags? @relation(fields: [tag_id], references: [id])
}
model tags {
  id String @id
  articles articles[]
}`;
const TO_MANY = `model articles {\n  id Int @id\n  tags tags[]\n}\nmodel tags {\n  id String @id\n  articles articles[]\n}`;
const ROWS = `INSERT INTO tags (id) VALUES ('x'), ('y');
  INSERT INTO articles (id, tag_id) VALUES (1, 'x'), (2, 'y'), (3, NULL), (4, 'x')`;

const CASES: readonly Copied[] = [
  {
    title: "a relation to one row becomes one to many",
    base: TO_ONE,
    head: TO_MANY,
    copies: [{ kind: "relation", model: "articles", relation: "tags", from: "tag" }],
    rows: ROWS,
    ask: `SELECT "A", "B" FROM "_articlesTotags" ORDER BY "A"`,
    answer: [
      { A: 1, B: "x" },
      { A: 2, B: "y" },
      { A: 4, B: "x" },
    ],
  },
  {
    title: "the same the other way round in the alphabet",
    base: TO_ONE.replaceAll("articles", "writings"),
    head: TO_MANY.replaceAll("articles", "writings"),
    copies: [{ kind: "relation", model: "writings", relation: "tags", from: "tag" }],
    rows: ROWS.replace("articles", "writings"),
    ask: `SELECT "A", "B" FROM "_tagsTowritings" ORDER BY "B"`,
    answer: [
      { A: "x", B: 1 },
      { A: "y", B: 2 },
      { A: "x", B: 4 },
    ],
  },
  {
    title: "the same by a model between them",
    base: TO_ONE,
    head: `enum Origin {
  moved
  made
}
model articles {
  id Int @id
  taggings taggings[]
}
model tags {
  id String @id
  taggings taggings[]
}
model taggings {
  id String @id @default(uuid())
  article_id Int
  tag_id String
  origin Origin
  created_at DateTime
  article articles @relation(fields: [article_id], references: [id], onDelete: Cascade)
  tag tags @relation(fields: [tag_id], references: [id], onDelete: Cascade)
  @@unique([article_id, tag_id])
}`,
    copies: [
      {
        kind: "model",
        model: "taggings",
        from: "articles",
        values: [
          { field: "id", value: { kind: "uuid" } },
          { field: "article_id", value: { kind: "field", field: "id" } },
          { field: "tag_id", value: { kind: "field", field: "tag_id" } },
          { field: "origin", value: { kind: "literal", value: "moved" } },
          { field: "created_at", value: { kind: "now" } },
        ],
      },
    ],
    rows: ROWS,
    ask: `SELECT article_id, tag_id, origin, length(id) AS length FROM taggings ORDER BY article_id`,
    answer: [
      { article_id: 1, tag_id: "x", origin: "moved", length: 36 },
      { article_id: 2, tag_id: "y", origin: "moved", length: 36 },
      { article_id: 4, tag_id: "x", origin: "moved", length: 36 },
    ],
  },
  {
    title: "columns move to a model of their own",
    base: `model members {\n  id Int @id\n  name String\n  street String?\n  zip Int?\n}`,
    head: `model members {
  id Int @id
  name String
  address addresses?
}
model addresses {
  member_id Int @id
  street String
  zip String @map("code")
  member members @relation(fields: [member_id], references: [id])
}`,
    copies: [
      {
        kind: "model",
        model: "addresses",
        from: "members",
        values: ["member_id=id", "street=street", "zip=zip"].map((pair) => {
          const [field = "", source = ""] = pair.split("=");
          return { field, value: { kind: "field", field: source } };
        }),
      },
    ],
    rows: `INSERT INTO members (id, name, street, zip) VALUES (1, 'Ann', 'A', 12), (2, 'Bob', NULL, 3), (3, 'Cy', 'C', 4)`,
    ask: `SELECT m.name, a.street, a.code FROM members m LEFT JOIN addresses a ON a.member_id = m.id ORDER BY m.id`,
    answer: [
      { name: "Ann", street: "A", code: "12" },
      { name: "Bob", street: null, code: null },
      { name: "Cy", street: "C", code: "4" },
    ],
  },
];

describe.each(["sqlite", "postgresql"] satisfies Dialect[])("%s", (dialect) => {
  let database: ScratchDatabase;
  beforeAll(async () => {
    database = await scratchDatabase(dialect);
  });
  afterAll(async () => await database.close());

  test.each(CASES)("$title", async ({ base, head, copies, rows, ask, answer }) => {
    const migrated = await migrate(database, { base, head, rows, intent: { ...NO_INTENT, copies } });
    expect(await migrated.rows(ask)).toEqual(answer);
    expect(migrated.layout).toEqual(migrated.fresh);
  });

  test.each<readonly [RowCopy, string]>([
    [{ kind: "relation", model: "articles", relation: "tags", from: "tags" }, "articles had no relation"],
    [{ kind: "model", model: "tags", from: "articles", values: [] }, "tags is no new model"],
  ])("%j is refused", async (copy, reason) => {
    const each = { base: TO_ONE, head: TO_MANY, rows: ROWS, intent: { ...NO_INTENT, copies: [copy] } };
    const { sql, refusals } = await fill(database, each);
    expect(sql).toBe("");
    expect(refusals.map((refusal) => refusal.reason)).toEqual([expect.stringContaining(reason)]);
  });
});
