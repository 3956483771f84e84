import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { NO_RENAMES, type Rename, type Renames } from "../../../src/spec/renames.js";
import { NO_INTENT } from "../../../src/spec/intent.js";
import type { Dialect } from "../../../src/verify/schema/schema-engine.js";
import { migrate } from "./migrate.js";
import { type Row, type ScratchDatabase, scratchDatabase } from "./scratch-database.js";

interface Renamed {
  readonly title: string;
  readonly base: string;
  /** Old text → new text in the schema, every occurrence. */
  readonly words: readonly (readonly [string, string])[];
  readonly renames: Partial<Record<keyof Renames, Readonly<Record<string, string>>>>;
  readonly rows: string;
  /** What is asked afterwards, and the answer. */
  readonly ask: string;
  readonly answer: readonly Row[];
}

const CASES: readonly Renamed[] = [
  {
    title: "a plain field",
    base: `model articles {\n  id String @id\n  title String\n}`,
    words: [["title", "heading"]],
    renames: { fields: { "articles.title": "heading" } },
    rows: `INSERT INTO articles (id, title) VALUES ('1', 'One'), ('2', 'Two')`,
    ask: `SELECT id, heading FROM articles ORDER BY id`,
    answer: [
      { id: "1", heading: "One" },
      { id: "2", heading: "Two" },
    ],
  },
  {
    title: "a field that is mapped",
    base: `model articles {\n  id String @id\n  title String @map("name")\n}`,
    words: [["title", "heading"]],
    renames: { fields: { "articles.title": "heading" } },
    rows: `INSERT INTO articles (id, name) VALUES ('1', 'One')`,
    ask: `SELECT name FROM articles`,
    answer: [{ name: "One" }],
  },
  {
    title: "an indexed and a unique field, alone and together with others",
    base: `model articles {
  id String @id
  title String @unique
  slug String
  @@unique([slug, title])
  @@index([title(sort: Desc), slug])
}`,
    words: [["title", "heading"]],
    renames: { fields: { "articles.title": "heading" } },
    rows: `INSERT INTO articles (id, title, slug) VALUES ('1', 'One', 'one')`,
    ask: `SELECT heading, slug FROM articles`,
    answer: [{ heading: "One", slug: "one" }],
  },
  {
    title: "a part of a compound id",
    base: `model votes {\n  poll String\n  voter String\n  value Int\n  @@id([poll, voter])\n}`,
    words: [["voter", "member"]],
    renames: { fields: { "votes.voter": "member" } },
    rows: `INSERT INTO votes (poll, voter, value) VALUES ('p', 'v', 3)`,
    ask: `SELECT poll, member, value FROM votes`,
    answer: [{ poll: "p", member: "v", value: 3 }],
  },
  {
    title: "a foreign key, and the id that it points at",
    base: `model articles {
  id String @id
  writer_id String
  writer writers @relation(fields: [writer_id], references: [uid], onDelete: Cascade)
  @@index([writer_id])
}
model writers {
  uid String @id
  articles articles[]
}`,
    words: [
      ["writer_id", "author_id"],
      ["uid", "id"],
    ],
    renames: { fields: { "articles.writer_id": "author_id", "writers.uid": "id" } },
    rows: `INSERT INTO writers (uid) VALUES ('w'); INSERT INTO articles (id, writer_id) VALUES ('1', 'w')`,
    ask: `SELECT a.id FROM articles a JOIN writers w ON w.id = a.author_id`,
    answer: [{ id: "1" }],
  },
  {
    title: "the key of a relation of a model with itself",
    base: `model departments {
  id Int @id
  parent_id Int?
  parent departments? @relation("tree", fields: [parent_id], references: [id])
  children departments[] @relation("tree")
}`,
    words: [["parent_id", "above_id"]],
    renames: { fields: { "departments.parent_id": "above_id" } },
    rows: `INSERT INTO departments (id, parent_id) VALUES (1, NULL), (2, 1)`,
    ask: `SELECT id, above_id FROM departments ORDER BY id`,
    answer: [
      { id: 1, above_id: null },
      { id: 2, above_id: 1 },
    ],
  },
  {
    title: "a column that counts",
    base: `model tickets {\n  number Int @id @default(autoincrement())\n  note String\n}`,
    words: [["number", "no"]],
    renames: { fields: { "tickets.number": "no" } },
    rows: `INSERT INTO tickets (note) VALUES ('a'), ('b')`,
    ask: `SELECT no, note FROM tickets ORDER BY no`,
    answer: [
      { no: 1, note: "a" },
      { no: 2, note: "b" },
    ],
  },
  {
    title: "a column that counts, with names that are longer than the database takes",
    base: `model ${"tickets_of_a_long_name_".repeat(2)} {
  number_of_the_ticket_in_its_queue_of_tickets Int @id @default(autoincrement())
  note String @unique
}`,
    words: [["tickets_of_a_long_name_tickets", "receipts_of_a_longer_name_tickets"]],
    renames: {
      models: {
        tickets_of_a_long_name_tickets_of_a_long_name_: "receipts_of_a_longer_name_tickets_of_a_long_name_",
      },
    },
    rows: `INSERT INTO tickets_of_a_long_name_tickets_of_a_long_name_ (note) VALUES ('a')`,
    ask: `SELECT note FROM receipts_of_a_longer_name_tickets_of_a_long_name_`,
    answer: [{ note: "a" }],
  },
  {
    title: "two fields that change their names with each other",
    base: `model pairs {\n  id Int @id\n  first String @unique\n  second String\n}`,
    words: [
      ["first", "third"],
      ["second", "first"],
      ["third", "second"],
    ],
    renames: { fields: { "pairs.first": "second", "pairs.second": "first" } },
    rows: `INSERT INTO pairs (id, first, second) VALUES (1, 'f', 's')`,
    ask: `SELECT first, second FROM pairs`,
    answer: [{ first: "s", second: "f" }],
  },
  {
    title: "a model with relations, indexes and a counter",
    base: `/// Stands for {@link articles.title}.
model articles {
  id Int @id @default(autoincrement())
  title String @unique
  comments comments[]
  @@index([title(sort: Desc)])
}
model comments {
  id Int @id @default(autoincrement())
  article_id Int
  article articles @relation(fields: [article_id], references: [id])
}`,
    words: [
      [" articles", " posts"],
      ["@link articles", "@link posts"],
    ],
    renames: { models: { articles: "posts" } },
    rows: `INSERT INTO articles (title) VALUES ('One'); INSERT INTO comments (article_id) VALUES (1), (1)`,
    ask: `SELECT p.title, c.id FROM posts p JOIN comments c ON c.article_id = p.id ORDER BY c.id`,
    answer: [
      { title: "One", id: 1 },
      { title: "One", id: 2 },
    ],
  },
  {
    title: "a model that is mapped",
    base: `model articles {\n  id Int @id\n  tags tags[]\n  @@map("texts")\n}\nmodel tags {\n  id Int @id\n  all articles[]\n}`,
    words: [["articles", "posts"]],
    renames: { models: { articles: "posts" } },
    rows: `INSERT INTO texts (id) VALUES (1); INSERT INTO tags (id) VALUES (5); INSERT INTO "_articlesTotags" VALUES (1, 5)`,
    ask: `SELECT "A", "B" FROM "_postsTotags"`,
    answer: [{ A: 1, B: 5 }],
  },
  {
    title: "a model whose many-to-many relation turns around with the alphabet",
    base: `model articles {\n  id Int @id\n  tags tags[]\n}\nmodel tags {\n  id String @id\n  all articles[]\n}`,
    words: [["articles", "writings"]],
    renames: { models: { articles: "writings" } },
    rows: `INSERT INTO articles (id) VALUES (1), (2); INSERT INTO tags (id) VALUES ('x');
      INSERT INTO "_articlesTotags" VALUES (1, 'x'), (2, 'x')`,
    ask: `SELECT "A", "B" FROM "_tagsTowritings" ORDER BY "B"`,
    answer: [
      { A: "x", B: 1 },
      { A: "x", B: 2 },
    ],
  },
  {
    title: "a field of a many-to-many relation of a model with itself, turned around by the alphabet",
    base: `model members {\n  id Int @id\n  follows members[] @relation("follow")\n  known members[] @relation("follow")\n}`,
    words: [["known", "fans"]],
    renames: { fields: { "members.known": "fans" } },
    rows: `INSERT INTO members (id) VALUES (1), (2); INSERT INTO _follow VALUES (1, 2)`,
    ask: `SELECT "A", "B" FROM _follow`,
    answer: [{ A: 2, B: 1 }],
  },
  {
    title: "two models that change their names with each other",
    base: `model cats {\n  id Int @id\n  name String @unique\n}\nmodel dogs {\n  id Int @id\n  name String @unique\n}`,
    words: [
      ["cats", "wolves"],
      ["dogs", "cats"],
      ["wolves", "dogs"],
    ],
    renames: { models: { cats: "dogs", dogs: "cats" } },
    rows: `INSERT INTO cats (id, name) VALUES (1, 'Tom'); INSERT INTO dogs (id, name) VALUES (1, 'Rex')`,
    ask: `SELECT c.name AS cat, d.name AS dog FROM cats c, dogs d`,
    answer: [{ cat: "Rex", dog: "Tom" }],
  },
  {
    title: "a model and its field at once",
    base: `model articles {\n  id Int @id\n  title String\n  @@index([title])\n}`,
    words: [
      ["articles", "posts"],
      ["title", "heading"],
    ],
    renames: { models: { articles: "posts" }, fields: { "articles.title": "heading" } },
    rows: `INSERT INTO articles (id, title) VALUES (1, 'One')`,
    ask: `SELECT heading FROM posts`,
    answer: [{ heading: "One" }],
  },
  {
    title: "an enum and its values",
    base: `enum Kind {
  one
  two
}
enum State {
  draft
  done @map("finished")
  // No longer used.
  gone
}
model articles {
  id Int @id
  state State @default(draft)
  kind Kind @default(one)
}`,
    words: [
      ["State", "Phase"],
      ["draft", "open"],
      ["done", "closed"],
    ],
    renames: { enums: { State: "Phase" }, values: { "State.draft": "open", "State.done": "closed" } },
    rows: `INSERT INTO articles (id, state, kind) VALUES (1, 'draft', 'one'), (2, 'finished', 'two'), (3, 'gone', 'one')`,
    ask: `SELECT id, state, kind FROM articles ORDER BY id`,
    answer: [
      { id: 1, state: "open", kind: "one" },
      { id: 2, state: "finished", kind: "two" },
      { id: 3, state: "gone", kind: "one" },
    ],
  },
  {
    title: "two values that change their names with each other",
    base: `enum State {\n  up\n  down\n}\nmodel lifts {\n  id Int @id\n  state State @map("way")\n}`,
    words: [
      ["  up", "  over"],
      ["  down", "  up"],
      ["  over", "  down"],
    ],
    renames: { values: { "State.up": "down", "State.down": "up" } },
    rows: `INSERT INTO lifts (id, way) VALUES (1, 'up'), (2, 'down')`,
    ask: `SELECT id, way FROM lifts ORDER BY id`,
    answer: [
      { id: 1, way: "down" },
      { id: 2, way: "up" },
    ],
  },
];

describe.each(["sqlite", "postgresql"] satisfies Dialect[])(
  "%s keeps every row under new names",
  (dialect) => {
    let database: ScratchDatabase;
    beforeAll(async () => {
      database = await scratchDatabase(dialect);
    });
    afterAll(async () => await database.close());

    test.each(CASES)("$title", async ({ base, words, renames, rows, ask, answer }) => {
      const head = words.reduce((text, [from, to]) => text.replaceAll(from, to), base);
      const migrated = await migrate(database, {
        base,
        head,
        rows,
        intent: { ...NO_INTENT, renames: renamesOf(renames) },
      });
      expect(await migrated.rows(ask)).toEqual(answer);
      expect(migrated.layout).toEqual(migrated.fresh);
    });
  },
);

function renamesOf(names: Renamed["renames"]): Renames {
  const list = (map: Readonly<Record<string, string>> = {}): readonly Rename[] =>
    Object.entries(map).map(([from, to]) => ({ from, to }));
  return {
    ...NO_RENAMES,
    fields: list(names.fields),
    models: list(names.models),
    enums: list(names.enums),
    values: list(names.values),
  };
}
