import { expect, test } from "@jest/globals";
import { withoutComments } from "./dead-code/without-comments.js";
import { statementsWithoutComments } from "./dead-code/without-comments.js";

test("a DTO that is written as any takes what its model has", () => {
  const before = (pinned: string): string => `
type IBoardArticleDraft = any | any;
const draft: IBoardArticleDraft = props.body;
${pinned}await db.board_articles.update({ where: { id: draft.id }, data: { title: draft.title } });`;
  const pinned = `if (draft.pinned_comment_id !== undefined && draft.pinned_comment_id !== null) {
  const pinned = await db.board_article_comments.findFirst({ where: { id: draft.pinned_comment_id } });
  if (!pinned) throw new HttpException("Not found", 404);
}
`;
  expect(withoutComments(before(pinned)).trim()).toBe(before("").trim());
});

test("what is left of a condition stands without round brackets", () => {
  expect(
    statementsWithoutComments(`
if ((article.pinned || article.title === "x") && (article.title === "y" || article.title === "z")) {
  console.log(1);
}
if (article.comments.length === 0 && (article.title === "y" || article.title === "z")) {
  console.log(2);
}`).trim(),
  ).toBe(
    `
if (article.title === "x" && (article.title === "y" || article.title === "z")) {
  console.log(1);
}
if (article.title === "y" || article.title === "z") {
  console.log(2);
}`.trim(),
  );
});
