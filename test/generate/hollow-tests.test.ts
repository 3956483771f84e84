import { expect, test } from "@jest/globals";
import { fileWithoutComments } from "./dead-code/without-comments.js";

const SIGNATURE = `import { TestValidator } from "@nestia/e2e";
import type { IConnection } from "@nestia/fetcher";
import * as api from "../../../src/api";

export async function test_api_article(connection: IConnection): Promise<void> {
`;
const PROVIDER = `return { id: "a", title: "x" };`;
const UPDATED = `  const updated = await api.functional.board.articles.update(connection, { articleId: "a", body: { title: "x" } });\n`;
const KEPT = `  TestValidator.equals("title", updated.title, "x");\n`;
const LOST = `  TestValidator.equals("count", updated.comments_count, 0);\n`;
const JOINED = `  await api.functional.auth.member.join(connection, { body: {} });\n`;

/** What is left of a test's statements; null if the test went. */
function left(statements: string, name = "test_api_article"): string | null {
  const path = `test/features/api/${name}.ts`;
  const after = fileWithoutComments(path, `${SIGNATURE}${statements}}\n`, PROVIDER);
  return after === null ? null : after.slice(SIGNATURE.length).replace(/}\n$/, "");
}

/** What it is about, what a test said, what it still says. */
const ROWS: readonly (readonly [string, string, string | null])[] = [
  [
    "an assertion that can only hold now goes",
    `${UPDATED}${KEPT}  TestValidator.predicate("few", () => {
    if (updated.comments_count > 9) return false;
    return true;
  });\n`,
    `${UPDATED}${KEPT}`,
  ],
  [
    "a test with nothing but such an assertion goes",
    `${UPDATED}  TestValidator.predicate("few", () => {
    if (updated.comments_count > 9) return false;
    return true;
  });\n`,
    null,
  ],
  [
    "an assertion that could only hold before stays, and is none",
    `${UPDATED}${LOST}  TestValidator.predicate("done", true);\n`,
    null,
  ],
  [
    "beside another it stays",
    `${UPDATED}${KEPT}${LOST}  TestValidator.predicate("done", true);\n`,
    `${UPDATED}${KEPT}  TestValidator.predicate("done", true);\n`,
  ],
  [
    "a loop that only waits goes",
    `${UPDATED}${KEPT}  for (let attempt = 0; attempt < 5; ++attempt) {
    // wait before retrying
    await new Promise((resolve) => setTimeout(resolve, 500));
    const name = ["a"][attempt];
    if (updated.comments_count > 0) break;
  }\n`,
    `${UPDATED}${KEPT}`,
  ],
  [
    "a loop that does something stays",
    `${UPDATED}${KEPT}  for (let attempt = 0; attempt < 5; ++attempt) {
    console.log(attempt);
    if (updated.comments_count > 0) break;
  }\n`,
    `${UPDATED}${KEPT}  for (let attempt = 0; attempt < 5; ++attempt) {
    console.log(attempt);
  }\n`,
  ],
];

test.each(ROWS)("tests that check nothing: %s", (_, before, after) => {
  expect(left(before)).toBe(after);
});

const GONE = `  const comments = (await api.functional.board.articles.update(connection, { articleId: "a", body: {} })).comments;\n`;

test.each([
  ["a test without a call but for a sign-in goes", "test_api_article_security", null],
  ["a test of how somebody signs in stays", "test_api_member_join", JOINED],
])("%s", (_, name, after) => {
  expect(left(`${JOINED}${GONE}`, name)).toBe(after);
});
