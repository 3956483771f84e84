import { expect, test } from "@jest/globals";
import { asks, left, withoutComments } from "./without-comments.js";

/** What it is about, what stood there, what is left of it. */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    "elements of Promise.all with their bindings",
    `
const [comments, notes] = await Promise.all([
  db.board_article_comments.findMany({}),
  db.board_article_notes.findMany({}),
]);
console.log(comments.length);
return { id: "", notes };
`,
    left(`
const [notes] = await Promise.all([
  db.board_article_notes.findMany({}),
]);
return { id: "", notes };
`),
  ],
  [
    "a gap before a binding",
    `
const [, count] = await Promise.all([db.board_article_comments.findMany({}), db.board_article_notes.count({})]);
return { id: "", title: String(count) };
`,
    left(`
const [count] = await Promise.all([db.board_article_notes.count({})]);
return { id: "", title: String(count) };
`),
  ],
  [
    "all elements",
    `
const [comments, count] = await Promise.all([
  db.board_article_comments.findMany({}),
  db.board_article_comments.count({}),
]);
return { id: "", comments, comments_count: count };
`,
    `return { id: "" };`,
  ],
  [
    "results of a transaction",
    `
const [notes, comments] = await db.$transaction([db.board_article_notes.findMany({}), db.board_article_comments.findMany({})]);
return { id: "", notes, comments };
`,
    left(`
const [notes] = await db.$transaction([db.board_article_notes.findMany({})]);
return { id: "", notes };
`),
  ],
  [
    "results that are read by position",
    `
const results = await Promise.all([db.board_article_comments.findMany({}), db.board_article_notes.count({})]);
return { id: "", title: String(results[1]), comments: results[0] };
`,
    left(`
const results = await Promise.all([db.board_article_notes.count({})]);
return { id: "", title: String(results[0]) };
`),
  ],
  [
    "a let that keeps no other assignment",
    `
let total = 0;
const rows = await db.board_articles.findMany({ include: { comments: true } });
for (const row of rows) total += row.comments.length;
return { id: rows[0].id, comments_count: total };
`,
    left(`
const rows = await db.board_articles.findMany();
return { id: rows[0].id };
`),
  ],
  [
    "a let that keeps what it began with",
    `
const rows = await db.board_articles.findMany({ include: { comments: true } });
let title = rows[0].title;
if (rows[0].comments.length > 0) title = rows[0].comments[0].body;
return { id: rows[0].id, title };
`,
    left(`
const rows = await db.board_articles.findMany();
let title = rows[0].title;
return { id: rows[0].id, title };
`),
  ],
  [
    "a flag that is never assigned again",
    `
let quiet = true;
for (const comment of await db.board_article_comments.findMany({})) if (comment.body) quiet = false;
return { id: "", title: quiet ? "quiet" : "loud" };
`,
    asks("flag"),
  ],
  [
    "a collection that nothing fills any more",
    `
const ids = new Set<string>();
for (const comment of await db.board_article_comments.findMany({})) ids.add(comment.id);
return { id: "", comments_count: ids.size };
`,
    `return { id: "" };`,
  ],
  [
    "a collection that something else fills",
    `
const ids = new Set<string>();
for (const comment of await db.board_article_comments.findMany({})) ids.add(comment.id);
ids.add(props.articleId);
return { id: "", hot: ids.size > 1 };
`,
    left(`
const ids = new Set<string>();
ids.add(props.articleId);
return { id: "", hot: ids.size > 1 };
`),
  ],
  [
    "members that are taken apart",
    `
const row = await db.board_articles.findFirstOrThrow({ include: { comments: true, notes: true } });
const { comments, title, notes: marks } = row;
return { id: "", title, notes: marks, comments };
`,
    left(`
const row = await db.board_articles.findFirstOrThrow({ include: { notes: true } });
const { title, notes: marks } = row;
return { id: "", title, notes: marks };
`),
  ],
  [
    "sums and differences",
    `
const count = await db.board_article_comments.count({});
const score = 6 + count * 5;
const rest = 4 - count;
return { id: "", title: String(score), subtitle: String(rest) };
`,
    left(`
const score = 6;
const rest = 4;
return { id: "", title: String(score), subtitle: String(rest) };
`),
  ],
  [
    "lists that are mapped, filtered, sorted and summed up",
    `
const rows = await db.board_articles.findMany({ include: { comments: true } });
const total = rows.reduce((sum, row) => sum + row.comments.length, 0);
const loud = rows.filter((row) => row.comments.length > 0);
const quiet = rows.filter((row) => row.comments.length === 0);
const sorted = rows.sort((a, b) => b.comments.length - a.comments.length);
return { id: sorted[0].id, comments_count: total, hot: loud.length > 0, hint: String(quiet.length) };
`,
    left(`
const rows = await db.board_articles.findMany();
const quiet = rows;
const sorted = rows;
return { id: sorted[0].id, hint: String(quiet.length) };
`),
  ],
  [
    "a name that was unused before stays",
    `
const unused = 1;
const comments = await db.board_article_comments.findMany({});
return { id: "", comments };
`,
    left(`
const unused = 1;
return { id: "" };
`),
  ],
  [
    "an argument of a local function",
    `
const count = (rows: { comments: unknown[] }) => rows.comments.length;
const row = await db.board_articles.findFirstOrThrow({ include: { comments: true } });
return { id: row.id, comments_count: count(row) };
`,
    left(`
const row = await db.board_articles.findFirstOrThrow();
return { id: row.id };
`),
  ],
  [
    "a parameter that nobody gives anything else than its default",
    `
async function stored() {
  return await db.board_article_comments.findMany({});
}
function shown(id: string, comments = stored()) {
  return { id, comments };
}
return shown("");
`,
    left(`
function shown(id: string) {
  return { id };
}
return shown("");
`),
  ],
  [
    "a parameter whose default is gone and that is given something else",
    `
async function stored(): Promise<unknown> {
  return await db.board_article_comments.findMany({});
}
function shown(id: string, more: Promise<unknown> = stored()) {
  return { id, more };
}
return { ...shown(""), ...shown("", Promise.resolve(1)) };
`,
    asks("default value"),
  ],
];

test.each(ROWS)("variables: %s", (_, before, after) => {
  expect(withoutComments(before)).toBe(after);
});
