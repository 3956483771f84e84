import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Intent, NO_INTENT } from "../../../src/spec/intent.js";
import { NO_RENAMES } from "../../../src/spec/renames.js";
import type { Dialect } from "../../../src/verify/schema/schema-engine.js";
import { fill } from "./migrate.js";
import { type ScratchDatabase, scratchDatabase } from "./scratch-database.js";

interface Risky {
  readonly title: string;
  readonly base: string;
  readonly head: string;
  readonly intent?: Partial<Intent>;
  readonly rows: string;
  /** "code count" of each risk, in order; the count is what its query answers. */
  readonly sqlite: readonly string[];
  readonly postgresql: readonly string[];
  /** Dialects in which the migration runs through; the others stop at a row. */
  readonly runs: readonly Dialect[];
}

const article = (fields: string, more = ""): string =>
  `model articles {\n  id Int @id\n${fields.replace(/^/gm, "  ")}\n}\n${more}`;
const STATE = "enum State {\n  draft\n  done\n}\n";
const BOTH: readonly Dialect[] = ["sqlite", "postgresql"];

const CASES: readonly Risky[] = [
  {
    title: "a gap in a column that is required now",
    base: article("note String?"),
    head: article("note String"),
    rows: `INSERT INTO articles (id, note) VALUES (1, 'x'), (2, NULL)`,
    sqlite: ["locking 2", "data-dependent 1", "backward-incompatible"],
    postgresql: ["data-dependent 1", "backward-incompatible", "locking 2"],
    runs: [],
  },
  {
    title: "no gap in it",
    base: article("note String?"),
    head: article("note String"),
    rows: `INSERT INTO articles (id, note) VALUES (1, 'x')`,
    sqlite: ["locking 1", "data-dependent 0", "backward-incompatible"],
    postgresql: ["data-dependent 0", "backward-incompatible", "locking 1"],
    runs: BOTH,
  },
  {
    title: "rows under a new required column",
    base: article("note String?"),
    head: article("note String?\ncount Int"),
    rows: `INSERT INTO articles (id) VALUES (1), (2)`,
    sqlite: ["locking 2", "data-dependent 2", "backward-incompatible"],
    postgresql: ["data-dependent 2", "backward-incompatible"],
    runs: [],
  },
  {
    title: "gaps in the column that a backfill reads",
    base: article("note String?"),
    head: article("note String?\ntext String"),
    intent: { backfills: [{ model: "articles", field: "text", value: { kind: "field", field: "note" } }] },
    rows: `INSERT INTO articles (id, note) VALUES (1, 'x'), (2, NULL), (3, NULL)`,
    sqlite: ["locking 3", "data-dependent 2", "backward-incompatible"],
    postgresql: ["locking 3", "data-dependent 2", "backward-incompatible", "locking 3"],
    runs: [],
  },
  {
    title: "equal values under a new unique index",
    base: article("a String\nb String?"),
    head: article("a String\nb String?\n@@unique([a, b])"),
    rows: `INSERT INTO articles (id, a, b) VALUES (1, 'x', 'y'), (2, 'x', 'y'), (3, 'x', NULL), (4, 'x', NULL)`,
    sqlite: ["data-dependent 1", "locking 4"],
    postgresql: ["data-dependent 1", "locking 4"],
    runs: [],
  },
  {
    title: "one value in all rows of a new unique column",
    base: article("a String"),
    head: article("a String\nb String @unique"),
    intent: { backfills: [{ model: "articles", field: "b", value: { kind: "literal", value: "a\nb" } }] },
    rows: `INSERT INTO articles (id, a) VALUES (1, 'x'), (2, 'y')`,
    sqlite: ["locking 2", "backward-incompatible", "data-dependent 1"],
    postgresql: ["locking 2", "backward-incompatible", "locking 2", "data-dependent 1", "locking 2"],
    runs: [],
  },
  {
    title: "rows that point at nothing, under a new foreign key",
    base: article("writer_id Int?", "model writers {\n  id Int @id\n}"),
    head: article(
      "writer_id Int?\nwriter writers? @relation(fields: [writer_id], references: [id])",
      "model writers {\n  id Int @id\n  articles articles[]\n}",
    ),
    rows: `INSERT INTO writers (id) VALUES (1); INSERT INTO articles (id, writer_id) VALUES (1, 1), (2, NULL), (3, 5)`,
    sqlite: ["locking 3", "data-dependent 1"],
    postgresql: ["data-dependent 1", "locking 3"],
    runs: ["sqlite"],
  },
  {
    title: "rows with a value that an enum loses",
    base: article("state State @default(draft)", STATE),
    head: article("state State @default(draft)", STATE.replace("  done\n", "")),
    rows: `INSERT INTO articles (id, state) VALUES (1, 'draft'), (2, 'done')`,
    sqlite: ["data-dependent 1"],
    postgresql: ["data-dependent 1", "backward-incompatible"],
    runs: ["sqlite"],
  },
  {
    title: "text that is none of a set of values",
    base: article("state String\nother String?"),
    head: article("state State\nother String", STATE),
    rows: `INSERT INTO articles (id, state, other) VALUES (1, 'draft', 'x'), (2, 'away', 'x')`,
    sqlite: ["locking 2", "data-dependent 0", "backward-incompatible", "data-dependent 1"],
    postgresql: [
      "data-dependent 1",
      "backward-incompatible",
      "locking 2",
      "data-dependent 0",
      "backward-incompatible",
      "locking 2",
    ],
    runs: ["sqlite"],
  },
  {
    title: "numbers that are too big, and text that is no number",
    base: article("a BigInt\nb String"),
    head: article("a Int\nb Int"),
    intent: { lossy: ["articles.a", "articles.b"] },
    rows: `INSERT INTO articles (id, a, b) VALUES (1, 5, '12'), (2, 5000000000, '007')`,
    sqlite: ["locking 2", "destructive 1", "backward-incompatible", "destructive 1", "backward-incompatible"],
    postgresql: [
      "data-dependent 1",
      "backward-incompatible",
      "locking 2",
      "destructive 1",
      "backward-incompatible",
    ],
    runs: ["sqlite"],
  },
  {
    title: "what is dropped",
    base: article("a String?", "model tags {\n  id Int @id\n}\n"),
    head: article("b String?"),
    rows: `INSERT INTO articles (id, a) VALUES (1, 'x'), (2, NULL); INSERT INTO tags (id) VALUES (1), (2), (3)`,
    sqlite: ["destructive 3", "locking 2", "destructive 1"],
    postgresql: ["destructive 1", "destructive 3"],
    runs: BOTH,
  },
  {
    title: "queries by the names before the migration",
    base: article("title String?\nslug String"),
    head: article("heading String\nslug String @unique").replaceAll("articles", "posts"),
    intent: {
      renames: {
        ...NO_RENAMES,
        models: [{ from: "articles", to: "posts" }],
        fields: [{ from: "articles.title", to: "heading" }],
      },
    },
    rows: `INSERT INTO articles (id, title, slug) VALUES (1, NULL, 'x'), (2, 'y', 'x')`,
    sqlite: [
      "backward-incompatible",
      "backward-incompatible",
      "locking 2",
      "data-dependent 1",
      "backward-incompatible",
      "data-dependent 1",
    ],
    postgresql: [
      "backward-incompatible",
      "backward-incompatible",
      "data-dependent 1",
      "backward-incompatible",
      "locking 2",
      "data-dependent 1",
      "locking 2",
    ],
    runs: [],
  },
  {
    title: "another primary key with equal values in it",
    base: article("code String"),
    head: article("code String").replace(" @id", "").replace("code String", "code String @id"),
    rows: `INSERT INTO articles (id, code) VALUES (1, 'x'), (2, 'x')`,
    sqlite: ["locking 2", "data-dependent 1"],
    postgresql: ["data-dependent 1"],
    runs: [],
  },
];

describe.each(["sqlite", "postgresql"] satisfies Dialect[])("%s", (dialect) => {
  let database: ScratchDatabase;
  beforeAll(async () => {
    database = await scratchDatabase(dialect);
  });
  afterAll(async () => await database.close());

  test.each(CASES)("$title", async ({ base, head, intent = {}, rows, runs, ...told }) => {
    const { sql, risks } = await fill(database, { base, head, rows, intent: { ...NO_INTENT, ...intent } });
    const found: string[] = [];
    for (const { code, rows: query } of risks) {
      const [row] = query === null ? [] : await database.rows(query);
      found.push(row === undefined ? code : `${code} ${String(Object.values(row)[0])}`);
    }
    let ran = true;
    await database.run(sql).catch(() => {
      ran = false;
    });
    expect({ found, ran }).toEqual({ found: told[dialect], ran: runs.includes(dialect) });
    // A database where nothing stands in the way lets the script through.
    if (found.every((each) => !/^data-dependent [1-9]/.test(each))) expect(ran).toBe(true);
  });
});
