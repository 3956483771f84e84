import { expect, test } from "@jest/globals";
import { asks, left, statementsWithoutComments } from "./without-comments.js";

/** What it is about, what stood there, what is left of it. */
const ROWS: readonly (readonly [string, string, string])[] = [
  ["a row as a condition", `if (article.pinned) console.log("there");`, ""],
  ["no row as a condition", `if (!article.pinned) console.log("none");`, `console.log("none");`],
  [
    "compared with null",
    `
if (article.pinned !== null) console.log("there");
if (article.pinned === null) console.log("none");
`,
    `console.log("none");`,
  ],
  [
    "compared with undefined",
    `
if (article.pinned != undefined) console.log("there");
if (article.pinned == undefined) console.log("none");
`,
    `console.log("none");`,
  ],
  [
    "compared with zero",
    `
if (article.comments.length > 0) console.log("some");
if (0 < article.comments.length) console.log("some");
if (article.comments.length === 0) console.log("none");
`,
    `console.log("none");`,
  ],
  [
    "compared with other numbers",
    `
if (article.comments.length >= 0) console.log("always");
if (article.comments.length < 0) console.log("never");
if (article.comments.length <= 2) console.log("few");
if (article.comments.length >= 100) console.log("many");
`,
    left(`
console.log("always");
console.log("few");
`),
  ],
  [
    "the length as a condition",
    `
if (!article.comments.length) console.log("none");
if (article.comments.length) console.log("some");
`,
    `console.log("none");`,
  ],
  [
    "compared with something else that went",
    `if (article.comments.length !== (props.body.comments ?? []).length) throw new HttpException("x", 400);`,
    "",
  ],
  [
    "compared with something that stays",
    `
if (article.pinned?.body === article.title) console.log("same");
if (article.pinned?.body !== article.title) console.log("other");
`,
    `console.log("other");`,
  ],
  [
    "and",
    `
if (article.deleted_at !== null && article.comments.length > 0) console.log("a");
if (article.deleted_at !== null && article.comments.length === 0) console.log("b");
`,
    `if (article.deleted_at !== null) console.log("b");`,
  ],
  [
    "or",
    `if (article.deleted_at !== null || article.comments.length > 0) console.log("a");`,
    `if (article.deleted_at !== null) console.log("a");`,
  ],
  [
    "or, decided",
    `if (article.deleted_at !== null || article.comments.length === 0) console.log("a");`,
    `console.log("a");`,
  ],
  [
    "instead of nothing",
    `
const a = article.pinned?.body ?? article.title;
const b = article.title ?? article.pinned?.body;
const c = article.pinned?.body || article.title;
console.log(a, b, c);
`,
    left(`
const a = article.title;
const b = article.title;
const c = article.title;
console.log(a, b, c);
`),
  ],
  [
    "choices",
    `
const a = article.pinned ? article.pinned.body : article.title;
const b = article.pinned === null ? article.title : article.pinned.body;
console.log(a, b);
`,
    left(`
const a = article.title;
const b = article.title;
console.log(a, b);
`),
  ],
  [
    "choices in a row",
    `console.log(article.comments.length > 10 ? "hot" : article.comments.length > 0 ? "warm" : "cold");`,
    `console.log("cold");`,
  ],
  [
    "a choice between something that went and something that stays",
    `
const table = props.body.urgent ? db.board_article_comments : db.board_article_notes;
console.log(await (table as any).count());
`,
    asks("choice"),
  ],
  [
    "the first of a chain",
    `
if (article.comments.length > 10) {
  console.log("many");
} else if (article.deleted_at !== null) {
  console.log("deleted");
} else {
  throw new HttpException("x", 400);
}
`,
    left(`
if (article.deleted_at !== null) {
  console.log("deleted");
} else {
  throw new HttpException("x", 400);
}
`),
  ],
  [
    "the middle of a chain",
    `
if (article.deleted_at !== null) {
  console.log("deleted");
} else if (article.comments.length > 10) {
  console.log("many");
} else {
  const few = 1;
  console.log(few);
}
`,
    left(`
if (article.deleted_at !== null) {
  console.log("deleted");
} else {
  const few = 1;
  console.log(few);
}
`),
  ],
  [
    "the end of a chain",
    `
if (article.deleted_at !== null) {
  console.log("deleted");
} else if (article.comments.length > 10) {
  console.log("many");
}
`,
    left(`
if (article.deleted_at !== null) {
  console.log("deleted");
}
`),
  ],
  [
    "a chain of which only the throw is left",
    `
if (article.comments.length > 10) {
  console.log("many");
} else {
  throw new HttpException("x", 400);
}
`,
    asks("chain of conditions"),
  ],
  [
    "a block that is always run keeps its comments",
    `
if (article.comments.length === 0) {
  // Nobody said anything.
  console.log("none");
  console.log("really");
}
`,
    left(`
// Nobody said anything.
console.log("none");
console.log("really");
`),
  ],
  [
    "a block whose names mean something else around it",
    `
if (article.comments.length === 0) {
  const mark = 1;
  console.log(mark);
}
const mark = 2;
console.log(mark);
`,
    left(`
{
  const mark = 1;
  console.log(mark);
}
const mark = 2;
console.log(mark);
`),
  ],
  [
    "conditions inside of conditions",
    `
if (article.deleted_at === null) {
  if (article.comments.length > 0) {
    await db.board_article_comments.deleteMany({});
  }
}
`,
    "",
  ],
  [
    "a condition around what went",
    `if (props.body.title) await db.board_article_comments.deleteMany({});`,
    "",
  ],
  [
    "a condition of which only the other side is left",
    `
if (article.deleted_at) {
  await db.board_article_comments.deleteMany({});
} else {
  console.log("kept");
}
`,
    left(`
if (!article.deleted_at) {
  console.log("kept");
}
`),
  ],
  [
    "a comparison of which only the other side is left",
    `
if (article.deleted_at === null) await db.board_article_comments.deleteMany({});
else console.log("kept");
`,
    `if (article.deleted_at !== null) console.log("kept");`,
  ],
  [
    "a condition that lost its other side",
    `
if (article.deleted_at) {
  console.log("kept");
} else {
  await db.board_article_comments.deleteMany({});
}
`,
    left(`
if (article.deleted_at) {
  console.log("kept");
}
`),
  ],
  [
    "conditions that are statements",
    `
article.comments.length > 0 && console.log("some");
article.comments.length === 0 && console.log("none");
article.comments.length > 0 ? console.log("some") : console.log("none");
`,
    left(`
console.log("none");
console.log("none");
`),
  ],
];

test.each(ROWS)("conditions: %s", (_, before, after) => {
  expect(statementsWithoutComments(before)).toBe(after);
});
