import { expect, test } from "@jest/globals";
import { fileWithoutComments } from "./dead-code/without-comments.js";

const HEAD = `import { TestValidator } from "@nestia/e2e";
import type { IConnection } from "@nestia/fetcher";
import * as api from "../../../../src/api";

export async function test_api_x(connection: IConnection): Promise<void> {
  const updated = await api.functional.board.articles.update(connection, { articleId: "a", body: { title: "x" } });
`;
const PROVIDER = `return { id: "a", title: "x" };`;
const KEPT = `  TestValidator.equals("title", updated.title, "x");\n`;
const GONE = `  TestValidator.equals("count", updated.comments_count, 0);\n`;

/** What is left of a test's statements; null if the test went. */
function left(name: string, statements: string): string | null {
  const after = fileWithoutComments(
    `test/features/api/article/${name}.ts`,
    `${HEAD}${statements}}\n`,
    PROVIDER,
  );
  return after === null ? null : after.slice(HEAD.length).replace(/}\n$/, "");
}

test.each([
  ["test_api_comment_creation", KEPT + KEPT + GONE, null],
  ["test_api_member_comment_creation", KEPT + GONE + GONE, null],
  ["test_api_member_comment_creation", KEPT + KEPT + GONE, KEPT + KEPT],
  ["test_api_article_update", KEPT + GONE + GONE, KEPT],
])(
  "%s: named first it goes, named anywhere it goes if it lost most of what it checked",
  (name, before, after) => {
    expect(left(name, before)).toBe(after);
  },
);
