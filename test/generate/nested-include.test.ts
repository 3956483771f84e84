import { expect, test } from "@jest/globals";
import { withoutComments } from "./dead-code/without-comments.js";

const query = (include: string): string =>
  `const notes = await db.board_article_notes.findMany({${include} });`;
const NESTED = query(" include: { article: { include: { comments: true } } }");

test.each([
  [
    "stays where the relation is still read",
    `${NESTED}\nreturn notes.map((note) => ({ title: note.article.title, count: note.article.comments.length }));`,
    `${query(" include: { article: true }")}\nreturn notes.map((note) => ({ title: note.article.title }));`,
  ],
  [
    "goes where it was read for nothing else",
    `${NESTED}\nreturn notes.map((note) => ({ body: note.body, count: note.article.comments.length }));`,
    "const notes = await db.board_article_notes.findMany();\nreturn notes.map((note) => ({ body: note.body }));",
  ],
])("an include that held nothing but what went: %s", (_, before, after) => {
  expect(withoutComments(before).trim()).toBe(after);
});
