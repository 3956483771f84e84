import { expect, test } from "@jest/globals";
import { asks, left, statementsWithoutComments } from "./without-comments.js";

/** What it is about, what stood there, what is left of it. */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    "refused because something is there",
    `if (article.comments.length > 0) throw new HttpException("Has comments", 409);`,
    "",
  ],
  [
    "refused because a row is found",
    `
const found = await db.board_article_comments.findFirst({});
if (found) throw new HttpException("Has comments", 409);
`,
    "",
  ],
  [
    "refused because nothing is there",
    `if (!article.pinned) throw new HttpException("Not found", 404);`,
    asks("negative guard"),
  ],
  [
    "refused because a row is null",
    `
const found = await db.board_article_comments.findFirst({});
if (found === null) {
  throw new HttpException("Not found", 404);
}
`,
    asks("negative guard"),
  ],
  [
    "refused because the count is zero",
    `
const count = await db.board_article_comments.count({});
if (count === 0) throw new HttpException("Not found", 404);
`,
    asks("negative guard"),
  ],
  [
    "somebody else's",
    `if (article.pinned?.board_member_id !== props.articleId) throw new HttpException("Forbidden", 403);`,
    asks("negative guard"),
  ],
  [
    "not there or somebody else's",
    `if (!article.pinned || article.pinned.board_member_id !== props.articleId) throw new HttpException("Forbidden", 403);`,
    asks("negative guard"),
  ],
  [
    "there and somebody else's",
    `if (article.pinned && article.pinned.board_member_id !== props.articleId) throw new HttpException("Forbidden", 403);`,
    "",
  ],
  [
    "one of two rights",
    `
const isAuthor = article.pinned?.board_member_id === props.articleId;
const isOther = props.body.title === "x";
if (!isAuthor && !isOther) throw new HttpException("Forbidden", 403);
`,
    left(`
const isOther = props.body.title === "x";
if (!isOther) throw new HttpException("Forbidden", 403);
`),
  ],
  [
    "a kept reason among others",
    `if (article.deleted_at !== null || article.comments.length > 0) throw new HttpException("x", 409);`,
    `if (article.deleted_at !== null) throw new HttpException("x", 409);`,
  ],
  [
    "a refusal that would always come",
    `if (article.deleted_at !== null || article.comments.length === 0) throw new HttpException("x", 409);`,
    asks("negative guard"),
  ],
  [
    "a row that was found through what went",
    `
const member = article.pinned === null ? null : await db.board_members.findFirst({ where: { id: article.pinned.board_member_id } });
if (member === null) throw new HttpException("x", 404);
`,
    asks("negative guard"),
  ],
  ["an early answer", `if (article.comments.length === 0) return { id: "none" };`, asks("early return")],
  ["an early answer that never comes", `if (article.comments.length > 0) return { id: "some" };`, ""],
  [
    "the next one in a loop",
    `
for (const note of article.notes) {
  const comment = await db.board_article_comments.findFirst({});
  if (comment === null) continue;
  console.log(note.body);
}
`,
    asks("early return"),
  ],
  [
    "a local function that says whether",
    `
const hasComments = async (): Promise<boolean> => {
  const count = await db.board_article_comments.count({});
  return count > 0;
};
if (await hasComments()) throw new HttpException("x", 400);
`,
    "",
  ],
];

test.each(ROWS)("guards: %s", (_, before, after) => {
  expect(statementsWithoutComments(before)).toBe(after);
});
