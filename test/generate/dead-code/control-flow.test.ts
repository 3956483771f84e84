import { expect, test } from "@jest/globals";
import { left, statementsWithoutComments } from "./without-comments.js";

/** What it is about, what stood there, what is left of it. */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    "loops over rows that went",
    `
for (const comment of article.comments) console.log(comment.body);
article.comments.forEach((each) => console.log(each));
while (article.comments.length > 3) console.log("many");
for (let i = 0; i < article.comments.length; i++) console.log(i);
`,
    "",
  ],
  [
    "loops around what went",
    `
for (const note of article.notes) await db.board_article_comments.deleteMany({});
for (const note of article.notes) {
  await db.board_article_comments.deleteMany({});
}
do {
  await db.board_article_comments.deleteMany({});
} while (props.body.urgent);
`,
    "",
  ],
  [
    "loops that do something else as well",
    `
for (const note of article.notes) {
  console.log(note.body);
  await db.board_article_comments.deleteMany({});
}
`,
    left(`
for (const note of article.notes) {
  console.log(note.body);
}
`),
  ],
  [
    "nothing left to try",
    `
try {
  await db.board_article_comments.deleteMany({});
} catch (error) {
  console.log(error);
}
`,
    "",
  ],
  [
    "something left to try",
    `
try {
  await db.board_article_comments.deleteMany({});
  console.log("tried");
} catch {
  console.log("failed");
} finally {
  await db.board_article_comments.deleteMany({});
}
`,
    left(`
try {
  console.log("tried");
} catch {
  console.log("failed");
}
`),
  ],
  [
    "what is done in any case",
    `
try {
  await db.board_article_comments.deleteMany({});
} finally {
  console.log("done");
}
`,
    `console.log("done");`,
  ],
  [
    "nothing left to do in any case",
    `
try {
  console.log("tried");
} finally {
  await db.board_article_comments.deleteMany({});
}
`,
    `console.log("tried");`,
  ],
  [
    "an error that is swallowed stays swallowed",
    `
try {
  console.log("tried");
} catch {
  await db.board_article_comments.deleteMany({});
}
`,
    left(`
try {
  console.log("tried");
} catch {
}
`),
  ],
  [
    "a case that only did what went",
    `
switch (props.body.title) {
  case "a":
    await db.board_article_comments.deleteMany({});
    break;
  case "b":
    console.log("b");
    break;
}
`,
    left(`
switch (props.body.title) {
  case "b":
    console.log("b");
    break;
}
`),
  ],
  [
    "a case that must not reach the default",
    `
switch (props.body.title) {
  case "a":
    await db.board_article_comments.deleteMany({});
    break;
  default:
    throw new HttpException("x", 400);
}
`,
    left(`
switch (props.body.title) {
  case "a":
    break;
  default:
    throw new HttpException("x", 400);
}
`),
  ],
  [
    "cases that fall through",
    `
switch (props.body.title) {
  case "a":
  case "b":
    await db.board_article_comments.deleteMany({});
    break;
  default:
    throw new HttpException("x", 400);
}
`,
    left(`
switch (props.body.title) {
  case "a":
  case "b":
    break;
  default:
    throw new HttpException("x", 400);
}
`),
  ],
  [
    "a switch of nothing else",
    `
switch (props.body.title) {
  case "a":
    await db.board_article_comments.deleteMany({});
    break;
}
`,
    "",
  ],
  [
    "no blank line is left at the end",
    `
{
  console.log("a");

  await db.board_article_comments.deleteMany({});
}
`,
    left(`
{
  console.log("a");
}
`),
  ],
];

test.each(ROWS)("control flow: %s", (_, before, after) => {
  expect(statementsWithoutComments(before)).toBe(after);
});
