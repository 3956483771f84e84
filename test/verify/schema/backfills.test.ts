import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Backfill, BackfillValue } from "../../../src/spec/backfills.js";
import { NO_INTENT } from "../../../src/spec/intent.js";
import type { Dialect } from "../../../src/verify/schema/schema-engine.js";
import { fill, migrate } from "./migrate.js";
import { type Row, type ScratchDatabase, scratchDatabase } from "./scratch-database.js";

interface Filled {
  readonly title: string;
  readonly base: string;
  readonly head: string;
  readonly values: Readonly<Record<string, BackfillValue>>;
  readonly lossy?: readonly string[];
  readonly rows: string;
  readonly ask: string;
  readonly answer: readonly Row[];
}

const literal = (value: string | number | boolean): BackfillValue => ({ kind: "literal", value });
const article = (fields: string, more = ""): string =>
  `model articles {\n  id Int @id\n${fields.replace(/^/gm, "  ")}\n}\n${more}`;
const STATE = 'enum State {\n  draft\n  done @map("finished")\n}\n';
const WRITERS = "model writers {\n  id Int @id\n  name String\n  articles articles[]\n}\n";
const WRITER = "writer_id Int\nwriter writers @relation(fields: [writer_id], references: [id])";

const CASES: readonly Filled[] = [
  {
    title: "literals in new required columns",
    base: article("title String"),
    head: article(
      "title String\nnote String @unique\ncount Int\nopen Boolean\nshare Float\nsince DateTime\nstate State",
      STATE,
    ),
    values: {
      note: literal("it's; \"new\" $1, -- isn't it"),
      count: literal(-3),
      open: literal(true),
      share: literal(0.5),
      since: literal("2026-01-31T00:00:00.000Z"),
      state: literal("done"),
    },
    rows: `INSERT INTO articles (id, title) VALUES (1, 'One')`,
    ask: `SELECT note, count, CASE WHEN open THEN 1 ELSE 0 END AS open, share, state FROM articles`,
    answer: [{ note: "it's; \"new\" $1, -- isn't it", count: -3, open: 1, share: 0.5, state: "finished" }],
  },
  {
    title: "another column, though it goes with the same change",
    base: article("title String\nslug String?"),
    head: article("title String\nheading String\npath String?"),
    values: { heading: { kind: "field", field: "title" }, path: { kind: "field", field: "slug" } },
    rows: `INSERT INTO articles (id, title, slug) VALUES (1, 'One', NULL), (2, 'Two', 'two')`,
    ask: `SELECT heading, path FROM articles ORDER BY id`,
    answer: [
      { heading: "One", path: null },
      { heading: "Two", path: "two" },
    ],
  },
  {
    title: "another column of another type, mapped",
    base: article('number Int @map("no")'),
    head: article('number Int @map("no")\ncode String @map("sign")'),
    values: { code: { kind: "field", field: "number" } },
    rows: `INSERT INTO articles (id, no) VALUES (1, 12)`,
    ask: `SELECT no, sign FROM articles`,
    answer: [{ no: 12, sign: "12" }],
  },
  {
    title: "a column of the row that a relation points at",
    base: article(WRITER, WRITERS),
    head: article(`${WRITER}\nby_line String`, WRITERS),
    values: { by_line: { kind: "related", relation: "writer", field: "name" } },
    rows: `INSERT INTO writers (id, name) VALUES (1, 'Ann'), (2, 'Bob');
      INSERT INTO articles (id, writer_id) VALUES (1, 2), (2, 1), (3, 2)`,
    ask: `SELECT id, by_line FROM articles ORDER BY id`,
    answer: [
      { id: 1, by_line: "Bob" },
      { id: 2, by_line: "Ann" },
      { id: 3, by_line: "Bob" },
    ],
  },
  {
    title: "a required relation to a row that stands",
    base: article("title String", "model writers {\n  id Int @id\n  name String\n}\n"),
    head: article(`title String\n${WRITER}\n@@index([writer_id])`, WRITERS),
    values: { writer_id: literal(7) },
    rows: `INSERT INTO writers (id, name) VALUES (7, 'Ann'); INSERT INTO articles (id, title) VALUES (1, 'One')`,
    ask: `SELECT a.title, w.name FROM articles a JOIN writers w ON w.id = a.writer_id`,
    answer: [{ title: "One", name: "Ann" }],
  },
  {
    title: "an optional column that is required now: values stay, gaps are filled",
    base: article("note String?\ncount Int?\nwhen DateTime?"),
    head: article("note String\ncount Int\nwhen DateTime"),
    values: { note: literal("none"), count: { kind: "field", field: "id" }, when: { kind: "now" } },
    rows: `INSERT INTO articles (id, note, count) VALUES (1, 'kept', 9), (2, NULL, NULL)`,
    ask: `SELECT note, count, "when" IS NULL AS empty FROM articles ORDER BY id`,
    answer: [
      { note: "kept", count: 9, empty: false },
      { note: "none", count: 2, empty: false },
    ],
  },
  {
    title: "what the schema says itself: a default behind a gap, a fresh UUID, the moment of the last change",
    base: article("count Int?"),
    head: article("count Int @default(5)\nkey String @unique @default(uuid())\nat DateTime @updatedAt"),
    values: {},
    rows: `INSERT INTO articles (id, count) VALUES (1, 1), (2, NULL)`,
    ask: `SELECT count, length(key) AS length, at IS NULL AS empty FROM articles ORDER BY id`,
    answer: [
      { count: 1, length: 36, empty: false },
      { count: 5, length: 36, empty: false },
    ],
  },
  {
    title: "an optional column and one with a default get values too",
    base: article("title String"),
    head: article('title String\nnote String?\nkind String @default("new")'),
    values: { note: literal("old row"), kind: literal("old") },
    rows: `INSERT INTO articles (id, title) VALUES (1, 'One')`,
    ask: `SELECT note, kind FROM articles`,
    answer: [{ note: "old row", kind: "old" }],
  },
  {
    title: "types that hold more",
    base: article("a Int @unique\nb Int\nc Boolean @default(true)\nd Float?\n@@index([b, c])"),
    head: article('a BigInt @unique\nb String\nc String @default("yes")\nd String\n@@index([b, c])'),
    values: { d: literal("none") },
    rows: `INSERT INTO articles (id, a, b, c, d) VALUES (1, 5, 7, true, 1.5), (2, 6, 8, false, NULL)`,
    ask: `SELECT CAST(a AS TEXT) AS a, b, c, d FROM articles ORDER BY id`,
    answer: [
      { a: "5", b: "7", c: "true", d: "1.5" },
      { a: "6", b: "8", c: "false", d: "none" },
    ],
  },
  {
    title: "text into a set of values and back",
    base: article(
      'state String @default("draft")\nkind State @default(draft)\n@@index([state, kind])',
      STATE,
    ),
    head: article('state State @default(draft)\nkind String @default("x")\n@@index([state, kind])', STATE),
    values: {},
    rows: `INSERT INTO articles (id, state, kind) VALUES (1, 'finished', 'draft')`,
    ask: `SELECT state, kind FROM articles`,
    answer: [{ state: "finished", kind: "draft" }],
  },
  {
    title: "ids that change their type with the keys that point at them",
    base: article(WRITER, WRITERS),
    head: article(WRITER, WRITERS).replaceAll(" Int", " String"),
    values: {},
    rows: `INSERT INTO writers (id, name) VALUES (1, 'Ann'); INSERT INTO articles (id, writer_id) VALUES (4, 1)`,
    ask: `SELECT a.id, w.name FROM articles a JOIN writers w ON w.id = a.writer_id`,
    answer: [{ id: "4", name: "Ann" }],
  },
  {
    title: "text into numbers, because a person said so",
    base: article("size String @unique\nopen String?\nshare Float"),
    head: article("size Int @unique\nopen Boolean\nshare Int"),
    values: { open: literal(false) },
    lossy: ["articles.size", "articles.open", "articles.share"],
    rows: `INSERT INTO articles (id, size, open, share) VALUES (1, '007', 'yes', 2.0), (2, '12', NULL, 3.0)`,
    ask: `SELECT size, CASE WHEN open THEN 1 ELSE 0 END AS open, share FROM articles ORDER BY id`,
    answer: [
      { size: 7, open: 1, share: 2 },
      { size: 12, open: 0, share: 3 },
    ],
  },
  {
    title: "a new value of an enum, in rows at once",
    base: article("state State", STATE),
    head: article("state State\nlast State @default(gone)", STATE.replace("}", "  gone\n}")),
    values: { last: literal("gone") },
    rows: `INSERT INTO articles (id, state) VALUES (1, 'draft')`,
    ask: `SELECT state, last FROM articles`,
    answer: [{ state: "draft", last: "gone" }],
  },
];

const REFUSED: readonly (readonly [string, string, Readonly<Record<string, BackfillValue>>, string])[] = [
  ["count String", "count Int", {}, "articles.count may lose values on its way from TEXT to INTEGER"],
  ["count Float", "count Int", {}, "articles.count may lose values on its way from"],
  ["data Bytes", "data Int", {}, "articles.data cannot go from"],
  ["id2 Int", "id2 Int\nn Int", { n: literal("many") }, 'articles.n is of type Int and cannot hold "many"'],
  ["id2 Int", "id2 Int\nn Int", { n: { kind: "now" } }, "articles.n is of type Int and holds no moment"],
  ["id2 Int", "id2 Int\nn Int", { n: { kind: "uuid" } }, "articles.n is of type Int and holds no UUID"],
  [
    "id2 Int",
    "id2 Int\nn Int",
    { n: { kind: "field", field: "m" } },
    '"m" is no column that had values before',
  ],
  [
    "t String",
    "t String\nn Int",
    { n: { kind: "field", field: "t" } },
    '"t" cannot be copied to articles.n without',
  ],
];

describe.each(["sqlite", "postgresql"] satisfies Dialect[])("%s", (dialect) => {
  let database: ScratchDatabase;
  beforeAll(async () => {
    database = await scratchDatabase(dialect);
  });
  afterAll(async () => await database.close());

  test.each(CASES)("$title", async ({ base, head, values, lossy = [], rows, ask, answer }) => {
    const intent = { ...NO_INTENT, backfills: backfillsOf(values), lossy };
    const migrated = await migrate(database, { base, head, rows, intent });
    expect((await migrated.rows(ask)).map(plain)).toEqual(answer);
    expect(migrated.layout).toEqual(migrated.fresh);
  });

  test.each(REFUSED)("%s → %s is refused", async (from, to, values, reason) => {
    const intent = { ...NO_INTENT, backfills: backfillsOf(values) };
    const each = { base: article(from), head: article(to), rows: "SELECT 1", intent };
    const { sql, refusals } = await fill(database, each);
    expect(sql).toBe("");
    expect(refusals.map((refusal) => refusal.reason)).toEqual([expect.stringContaining(reason)]);
  });
});

function backfillsOf(values: Filled["values"]): readonly Backfill[] {
  return Object.entries(values).map(([field, value]) => ({ model: "articles", field, value }));
}

/** SQLite answers questions with 0 and 1. */
function plain(row: Row): Row {
  return "empty" in row ? { ...row, empty: Boolean(row["empty"]) } : row;
}
