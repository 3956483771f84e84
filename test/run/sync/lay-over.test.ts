import { expect, test } from "@jest/globals";
import { ARTICLE, follow, type Followed, PROVIDER, type Rewrites, SCHEMA } from "./edit-backend.js";

const SUBTITLE: Rewrites = { [SCHEMA]: [["  title String\n", "  title String\n  subtitle String?\n"]] };

async function laid(rewrites: Rewrites): Promise<Followed> {
  const found = await follow({ ...SUBTITLE, ...rewrites });
  if ("kind" in found) throw new Error(JSON.stringify(found));
  return found;
}

function textOf({ result }: Followed, path: string): string | undefined {
  return result.files.get(path)?.text ?? undefined;
}

test("what the person did in another place and order is done, to the byte", async () => {
  const found = await laid({
    [ARTICLE]: [["  id: string;\n", "  /** Mine. */\n  subtitle: null | string;\n  id: string;\n"]],
    [PROVIDER]: [
      ["    id: article.id,\n", "    subtitle: article.subtitle,\n    id: article.id,\n"],
      ["select: { id: true,", "select: { subtitle: true, id: true,"],
    ],
  });
  expect(found.result.files).toEqual(found.theirs.files);
  expect(found.conflicts).toEqual([]);
});

test("a property that they wrote is not written again, and the rest of its file follows", async () => {
  const found = await laid({
    [ARTICLE]: [["  id: string;\n", "  subtitle: string | null;\n  id: string;\n"]],
  });
  expect(textOf(found, ARTICLE)?.match(/subtitle/g)).toHaveLength(1);
  expect(textOf(found, PROVIDER)).toContain("subtitle: article.subtitle");
});

test("hand-written lines beside what follows stay", async () => {
  const found = await laid({ [PROVIDER]: [["export async", "/** Read by everybody. */\nexport async"]] });
  expect(textOf(found, PROVIDER)).toContain("/** Read by everybody. */\nexport async");
  expect(textOf(found, PROVIDER)).toContain("subtitle: article.subtitle");
  expect(found.conflicts).toEqual([]);
});

test("where both wrote the same lines, theirs stay and the other ones are shown", async () => {
  const found = await laid({ [PROVIDER]: [["title: true,", "title: true, /* here */"]] });
  expect(textOf(found, PROVIDER)).toContain("title: true, /* here */ comments");
  expect(found.conflicts).toEqual([
    expect.stringMatching(
      /getBoardArticlesArticleId\.ts:7 yours stays; the change would write: select: .*subtitle: true/,
    ),
  ]);
});

test("a file that they deleted stays deleted, and one that they edited is not deleted", async () => {
  const gone = await laid({ [PROVIDER]: null });
  expect(textOf(gone, PROVIDER)).toBeUndefined();
  expect(gone.conflicts).toEqual([expect.stringContaining(`${PROVIDER}:null you deleted this file`)]);
  const comment = "src/api/structures/IBoardArticleComment.ts";
  const kept = await follow({
    [SCHEMA]: [
      ["  comments board_article_comments[]\n", ""],
      [
        /* The whole table. */ `/// What readers say about an article.
model board_article_comments {
  id               String @id @db.Uuid
  board_article_id String @db.Uuid
  body             String

  article board_articles @relation(fields: [board_article_id], references: [id], onDelete: Cascade)

  @@index([board_article_id])
}
`,
        "",
      ],
    ],
    [comment]: [["  body: string;\n", "  body: string; // Mine.\n"]],
  });
  if ("kind" in kept) throw new Error(JSON.stringify(kept));
  expect(textOf(kept, comment)).toContain("// Mine.");
  expect(kept.conflicts).toEqual([expect.stringContaining(`${comment}:null you edited this file`)]);
});
