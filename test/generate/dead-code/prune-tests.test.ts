import { expect, test } from "@jest/globals";
import { fileWithoutComments } from "./without-comments.js";

const PATH = "test/features/api/test_api_article_update.ts";

const HEAD = `import { TestValidator } from "@nestia/e2e";
import type { IConnection } from "@nestia/fetcher";
import * as api from "../../../src/api";

export async function test_api_article_update(connection: IConnection): Promise<void> {
  const updated = await api.functional.board.articles.update(connection, { articleId: "a", body: { title: "x" } });
`;

/** An operation that refused while there were comments, and refuses what was deleted. */
const PROVIDER = `
const article = await db.board_articles.findUniqueOrThrow({ where: { id: props.articleId }, include: { comments: true } });
if (article.comments.length > 0) throw new HttpException("Has comments", 409);
return { id: article.id, title: article.title };`;

/** What is left of a test's statements; null if the test went. */
function pruned(statements: string, path = PATH): string | null {
  const after = fileWithoutComments(path, `${HEAD}${statements}}\n`, PROVIDER);
  return after === null ? null : after.slice(HEAD.length).replace(/}\n$/, "");
}

const KEPT = `  TestValidator.equals("title", updated.title, "x");\n`;

/** What it is about, what a test said, what it still says. */
const ROWS: readonly (readonly [string, string, string | null])[] = [
  [
    "assertions of what went are taken out",
    `${KEPT}  TestValidator.equals("count", updated.comments_count, 0);\n`,
    KEPT,
  ],
  [
    "a test that asserts nothing else goes",
    `  TestValidator.equals("count", updated.comments_count, 0);\n`,
    null,
  ],
  [
    "a test that expects an error of a request that cannot be made goes",
    `${KEPT}  await TestValidator.error("comments", async () => {
    await api.functional.board.articles.update(connection, { articleId: "a", body: { comments: [{ body: "y" }] } });
  });\n`,
    null,
  ],
  [
    "an error that nothing raises goes with what was to raise it",
    `${KEPT}  const first = updated.comments[0];
  await TestValidator.error("comments of " + first, async () => {
    await api.functional.board.articles.update(connection, { articleId: "a", body: { title: "y" } });
  });
  await TestValidator.error("comments", async () => {
    await api.functional.board.articles.update(connection, { articleId: "a", body: { title: "z" } });
  });\n`,
    KEPT,
  ],
  ["a test that nothing of it reaches stays to the byte", KEPT, KEPT],
];

test.each(ROWS)("tests: %s", (_, before, after) => {
  expect(pruned(before)).toBe(after);
});

test("tests: one that is named after the feature goes", () => {
  const statements = `${KEPT}  TestValidator.equals("count", updated.comments_count, 0);\n`;
  expect(pruned(statements, "test/features/api/test_api_comments_count.ts")).toBeNull();
});
