import { expect, test } from "@jest/globals";
import { left, statementsWithoutComments } from "./without-comments.js";

/** What it is about, what stood there, what is left of it. */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    "around one condition of several",
    "if ((article.title || article.comments.length > 0) && props.articleId) send();",
    "if (article.title && props.articleId) send();",
  ],
  [
    "around a comparison",
    "if ((article.title !== null || article.comments.length > 0) && props.articleId) send();",
    "if (article.title !== null && props.articleId) send();",
  ],
  [
    "around a row of the other kind stay",
    "if ((article.title || article.hot || article.comments.length > 0) && props.articleId) send();",
    "if ((article.title || article.hot) && props.articleId) send();",
  ],
  [
    "around a row of the same kind",
    "if (((article.title && article.hot) || article.comments.length > 0) && props.articleId) send();",
    "if (article.title && article.hot && props.articleId) send();",
  ],
  [
    "around an argument",
    "send((article.title !== undefined) && article.comments.length === 0, 1);",
    "send(article.title !== undefined, 1);",
  ],
  [
    "around a text",
    "send((article.comments.length > 0 ? `x` : `of ${article.id}`) + article.title);",
    "send(`of ${article.id}` + article.title);",
  ],
  [
    "around what is returned",
    `
const mine = article.notes.filter((note) => {
  return (
    note.body === article.title || article.comments.length > 0
  );
});
send(mine);
`,
    left(`
const mine = article.notes.filter((note) => {
  return note.body === article.title;
});
send(mine);
`),
  ],
  [
    "around a sum of which a member is read stay",
    "send((article.title + article.id || article.comments.length > 0).length);",
    "send((article.title + article.id).length);",
  ],
  [
    "that hold several lines together stay",
    `
send({
  on:
    (article.title !== null &&
      article.title !== props.articleId) ||
    article.comments.length > 0,
});
`,
    left(`
send({
  on:
    (article.title !== null &&
      article.title !== props.articleId),
});
`),
  ],
  [
    "that have nothing to do with it stay",
    "send((article.title), article.comments.length);\nsend((1));",
    "send((1));",
  ],
];

test.each(ROWS)("brackets: %s", (_, before, after) => {
  expect(statementsWithoutComments(before)).toBe(after);
});
