import { expect, test } from "@jest/globals";
import { applyEdits } from "../../../src/source/apply-edits.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { after } from "../../plan/operation/support.js";

const PATH = "test/features/api/article_comment/test_api_article_comment_erase_by_admin.ts";
const bbs = fixtureBackend("bbs");
const text = bbs.files.get(PATH)?.text ?? "";
const at = text.indexOf("  await api.functional.bbs.admin.articles.comments.erase");
const ABOVE = text.slice(0, at);

const KEPT = `  TestValidator.equals("written below", comment.bbs_article_id, article.id);\n`;

/** The erasure of a row as its last parameter. */
function erase(row: string): string {
  return `  await api.functional.bbs.admin.articles.comments.erase(adminConnection, { articleId: article.id, commentId: ${row}.id });\n`;
}

const ERASE_ARTICLE = `  await api.functional.bbs.member.articles.erase(memberConnection, { articleId: article.id });\n`;

function gone(row: string): string {
  return `  await TestValidator.error("gone", async () => {
    await api.functional.bbs.articles.comments.at(connection, { articleId: article.id, commentId: ${row}.id });
  });\n`;
}

/** A write of its own writer, or of somebody else. */
function refused(connection: string): string {
  return `  await TestValidator.error("refused", async () => {
    await api.functional.bbs.member.articles.comments.update(${connection}, {
      articleId: article.id,
      commentId: reply.id,
      body: { body: "x" },
    });
  });\n`;
}

const NESTED = `  const nested = await generate_random_bbs_article_comment(memberConnection, {
    params: { articleId: article.id },
    body: { parent_id: reply.id },
  });\n`;

/** What is asserted when comments have no parents any more. */
function left(statements: string): readonly string[] {
  const backend = applyEdits(bbs, [{ path: PATH, before: text, after: `${ABOVE}${statements}${KEPT}}\n` }]);
  const tested = after(backend, "remove relation parent from bbs_article_comments", PATH);
  return [...tested.matchAll(/TestValidator\.\w+\( ?"([^"]+)"/g)].map(([, title]) => title ?? "");
}

test.each([
  ["that went with the one above it", erase("comment") + gone("reply"), []],
  ["that went with the one above that", NESTED + erase("comment") + gone("nested"), []],
  ["in a loop", `${erase("comment")}  for (const each of [reply]) {\n${gone("each")}  }\n`, []],
  ["that its writer sees no more", erase("comment") + refused("memberConnection"), []],
  ["that somebody else may not touch", erase("comment") + refused("connection"), ["refused"]],
  ["that was erased itself", erase("comment") + erase("reply") + gone("reply"), ["gone"]],
  ["in something that was erased too", erase("comment") + ERASE_ARTICLE + gone("reply"), ["gone"]],
  ["of which nothing was erased yet", gone("reply") + erase("comment"), ["gone"]],
  ["that is the erased one", erase("comment") + gone("comment"), ["gone"]],
])("an assertion about a row %s", (_, statements, expected) => {
  expect(left(statements)).toEqual([...expected, "written below"]);
});

test("a test that asserted nothing else goes", () => {
  const [head] = text.split("  await TestValidator");
  expect(head).not.toBe(text);
  expect(after(bbs, "remove relation parent from bbs_article_comments", PATH)).toBe("");
});
