import { describe, expect, test } from "@jest/globals";
import type { Option } from "../../../src/change/answer.js";
import { ARTICLE, follow, type Followed, PROVIDER, type Rewrites, SCHEMA } from "./edit-backend.js";

const TITLE = "  title String\n";
const COMMENTS = `model board_article_comments {
  id               String @id @db.Uuid
  board_article_id String @db.Uuid
  body             String

  article board_articles @relation(fields: [board_article_id], references: [id], onDelete: Cascade)

  @@index([board_article_id])
}
`;

async function followed(rewrites: Rewrites, option: Option | null = null): Promise<Followed> {
  const found = await follow(rewrites, option);
  if ("kind" in found) throw new Error(JSON.stringify(found));
  return found;
}

function instead(...lines: string[]): Rewrites {
  return { [SCHEMA]: [[TITLE, lines.map((line) => `  ${line}\n`).join("")]] };
}

describe("changes that an edited schema says", () => {
  const single: readonly (readonly [string, Rewrites, readonly string[], (Option | null)?])[] = [
    [
      "a new column",
      instead("title String", "subtitle String?"),
      ["add field subtitle: string? to board_articles"],
    ],
    [
      "a set of values",
      {
        [SCHEMA]: [
          ["/// Articles of", "enum Mood {\n  good\n  bad\n}\n\n/// Articles of"],
          [TITLE, `${TITLE}  mood Mood @default(good)\n`],
        ],
      },
      ['add field mood: "good" | "bad" to board_articles default good'],
    ],
    [
      "a column with another name",
      instead("name String"),
      ["rename field title of board_articles to name"],
      "rename",
    ],
    [
      "a column in the place of another",
      instead('name String @default("")'),
      ["remove field title from board_articles", 'add field name: string to board_articles default ""'],
      "replace",
    ],
    [
      "a column that may be empty",
      instead("title String?"),
      ["change field title of board_articles to optional"],
    ],
    [
      "a default",
      instead('title String @default("none")'),
      ['change default of title of board_articles to "none"'],
    ],
    ["one of its kind", instead("title String @unique"), ["add unique index on board_articles(title)"]],
    [
      "what deleting does",
      { [SCHEMA]: [["onDelete: Cascade", "onDelete: Restrict"]] },
      ["change on delete of article of board_article_comments to restrict"],
    ],
    [
      "an index over more",
      { [SCHEMA]: [["  @@index([board_article_id])\n", "  @@index([board_article_id, body])\n"]] },
      [
        "remove index on board_article_comments(board_article_id)",
        "add index on board_article_comments(board_article_id, body)",
      ],
    ],
    [
      "a table less",
      {
        [SCHEMA]: [
          ["  comments board_article_comments[]\n", ""],
          [`/// What readers say about an article.\n${COMMENTS}`, ""],
        ],
      },
      ["remove model board_article_comments"],
    ],
    [
      "a table with another name",
      {
        [SCHEMA]: [
          ["model board_article_comments", "model board_article_remarks"],
          ["comments board_article_comments[]", "comments board_article_remarks[]"],
        ],
      },
      ["rename model board_article_comments to board_article_remarks"],
      "rename",
    ],
    [
      "a relation to a new table",
      {
        [SCHEMA]: [
          [
            "/// What readers",
            "/// Tags.\nmodel board_tags {\n  id String @id @db.Uuid\n  articles board_articles[]\n}\n\n/// What readers",
          ],
          [
            "  notes    board",
            "  tag_id String? @db.Uuid\n  tag board_tags? @relation(fields: [tag_id], references: [id], onDelete: SetNull)\n  notes    board",
          ],
        ],
      },
      [
        "add relation tag: board_tags? to board_articles on delete set null",
        // What the bot would index and the person does not.
        "remove index on board_articles(tag_id)",
      ],
    ],
    [
      "a property less",
      { [ARTICLE]: [["  title: string;\n", ""]] },
      ["hide title of board_articles in read"],
    ],
    [
      "a property with another name",
      { [ARTICLE]: [["  title: string;\n", "  headline: string;\n"]] },
      ["rename property title of board_articles to headline"],
      "rename",
    ],
  ];

  test.each(single)("%s", async (_, rewrites, changes, option = null) => {
    const found = await followed(rewrites, option);
    expect(found.changes).toEqual(changes);
    expect(found.conflicts).toEqual([]);
    expect(found.result.files.get(SCHEMA)).toEqual(found.theirs.files.get(SCHEMA));
  });

  test("nothing is found a second time", async () => {
    const rewrites = instead("titles String", "where_it_was_written String?");
    const first = await followed(rewrites, "rename");
    const texts = [...first.result.files.values()].map(({ path, text }) => [path, text ?? ""] as const);
    const second = await followed(Object.fromEntries(texts), "rename");
    expect(second.result.files).toEqual(first.result.files);
    expect(second.conflicts).toEqual([]);
  });

  test("a key keeps the name that the person gave it, though the bot would give another", async () => {
    const found = await followed({
      [SCHEMA]: [
        [
          "  notes    board",
          '  lead_id String? @db.Uuid\n  headnote board_article_notes? @relation("head", fields: [lead_id], references: [id])\n  notes    board',
        ],
        [
          "model board_article_notes {\n",
          'model board_article_notes {\n  heads board_articles[] @relation("head")\n',
        ],
      ],
    });
    expect(found.changes.slice(0, 2)).toEqual([
      "add relation headnote: board_article_notes? to board_articles",
      "rename field headnote_id of board_articles to lead_id",
    ]);
    // The key was never in the base, so no row is moved.
    expect(found.renamed).toEqual([]);
    expect(found.result.files.get(PROVIDER)?.text).not.toContain("headnote_id");
  });
});

describe("what is asked, refused and left", () => {
  test("something gone beside something new is asked about, with its place", async () => {
    expect(await follow(instead("name String"))).toMatchObject({
      kind: "question",
      questions: [
        {
          construct: "possible rename",
          options: ["rename", "replace"],
          places: [{ path: SCHEMA, line: 13, artefact: "board_articles", snippet: "- title\n+ name" }],
        },
      ],
    });
  });

  test("a required column without a default is refused, with the ways to write it", async () => {
    expect(await follow(instead("title String", "subtitle String"))).toMatchObject({
      kind: "stopped",
      reason: expect.stringMatching(
        /^prisma\/schema\/main\.prisma:14: "add field subtitle: string to board_articles"/,
      ),
      remedy: expect.stringContaining('add field subtitle: string to board_articles default ""'),
    });
  });

  test("a property without a column is refused, with the command that adds one", async () => {
    expect(
      await follow({ [ARTICLE]: [["  title: string;\n", "  title: string;\n  stars: number;\n"]] }),
    ).toMatchObject({
      kind: "stopped",
      reason: `${ARTICLE}:6: board_articles has no column "stars"`,
      remedy: expect.stringContaining("add field stars: int? to board_articles"),
    });
  });

  test("a property that the person has made up in the code as well is theirs", async () => {
    const found = await followed({
      [ARTICLE]: [["  title: string;\n", "  title: string;\n  stars: number;\n"]],
      [PROVIDER]: [["    title: article.title,\n", "    title: article.title,\n    stars: 5,\n"]],
    });
    expect(found.changes).toEqual([]);
    expect(found.result.files).toEqual(found.theirs.files);
    expect(found.unsaid).toEqual([
      expect.stringContaining(`${ARTICLE}:6 IBoardArticle.stars: no change says this`),
    ]);
  });

  test.each([
    ["a column's name in the database", 'title String @map("headline")'],
    ["a type of the database", "title String @db.VarChar(50)"],
    ["a default that the database makes", 'title String @default(dbgenerated("now()"))'],
  ])("%s stays as it is written, and is named", async (_, line) => {
    const found = await followed(instead(line));
    expect(found.changes).toEqual([]);
    expect(found.unsaid).toEqual([
      expect.stringMatching(/^prisma\/schema\/main\.prisma:13 board_articles\.title: /),
    ]);
    expect(found.result.files).toEqual(found.theirs.files);
  });

  test("a new table alone is the person's, and what is missing is said", async () => {
    const found = await followed({
      [SCHEMA]: [["/// Articles of", "model board_tags {\n  id String @id\n}\n\n/// Articles of"]],
    });
    expect(found.changes).toEqual([]);
    expect(found.unsaid).toEqual([
      expect.stringContaining("board_tags: a new table, which nothing reads or writes yet"),
    ]);
  });

  test("a schema that cannot be read is named with its line", async () => {
    await expect(follow(instead("title Strin"))).rejects.toThrow(
      `${SCHEMA}:13: Type "Strin" of "title" is not defined`,
    );
  });
});
