import { expect, test } from "@jest/globals";
import { asks, left, statementsWithoutComments } from "./without-comments.js";

/** What it is about, what stood there, what is left of it. */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    "a written column among others",
    `await db.board_articles.update({ where: { id: article.id }, data: { comments_count: { increment: 1 }, title: "x" } });`,
    `await db.board_articles.update({ where: { id: article.id }, data: { title: "x" } });`,
  ],
  [
    "an update that wrote nothing else",
    `await db.board_articles.update({ where: { id: article.id }, data: { comments_count: { increment: 1 } } });`,
    "",
  ],
  [
    "what is created and connected with a row",
    `
await db.board_articles.create({
  data: {
    id: v4(),
    title: "x",
    comments_count: 0,
    pinned: { connect: { id: "x" } },
    comments: { create: (props.body.comments ?? []).map((each) => ({ id: v4(), body: each.body })) },
    notes: { create: [{ id: v4(), body: "" }] },
  },
});
`,
    left(`
await db.board_articles.create({
  data: {
    id: v4(),
    title: "x",
    notes: { create: [{ id: v4(), body: "" }] },
  },
});
`),
  ],
  [
    "an upsert that has nothing to update any more",
    `await db.board_articles.upsert({ where: { id: article.id }, create: { id: v4(), title: "x" }, update: { comments_count: 1 } });`,
    `await db.board_articles.upsert({ where: { id: article.id }, create: { id: v4(), title: "x" }, update: {} });`,
  ],
  [
    "a value that came from what was created",
    `
const created = await db.board_article_comments.create({ data: { id: props.articleId, body: "" } });
await db.board_articles.update({ where: { id: article.id }, data: { pinned_comment_id: created.id, title: "x" } });
`,
    `await db.board_articles.update({ where: { id: article.id }, data: { title: "x" } });`,
  ],
  [
    "a required column that got its value from what went",
    `
const comment = await db.board_article_comments.findFirst({});
await db.board_article_notes.create({ data: { id: props.articleId, body: comment!.body } });
`,
    asks("value"),
  ],
  [
    "a statement whose only use was the removed model",
    `
await db.board_article_comments.deleteMany({ where: { board_article_id: article.id } });
await db.board_articles.delete({ where: { id: article.id } });
`,
    `await db.board_articles.delete({ where: { id: article.id } });`,
  ],
  [
    "a transaction keeps its other statements",
    `
await db.$transaction(async (tx) => {
  await tx.board_article_comments.deleteMany({});
  await tx.board_article_notes.deleteMany({});
});
`,
    left(`
await db.$transaction(async (tx) => {
  await tx.board_article_notes.deleteMany({});
});
`),
  ],
  [
    "a transaction of nothing else goes",
    `
await db.$transaction(async (tx) => {
  await tx.board_article_comments.deleteMany({});
});
`,
    "",
  ],
  [
    "a transaction over a list keeps its other elements",
    `
await db.$transaction([
  db.board_article_comments.deleteMany({}),
  db.board_article_notes.deleteMany({}),
]);
`,
    left(`
await db.$transaction([
  db.board_article_notes.deleteMany({}),
]);
`),
  ],
  [
    "a write per element of something removed",
    `await Promise.all((props.body.comments ?? []).map((each) => db.board_article_comments.create({ data: { id: "x", body: each.body } })));`,
    "",
  ],
  [
    "a list of writes that grows",
    `
const writes: Promise<unknown>[] = [];
writes.push(db.board_article_comments.deleteMany({}));
writes.push(db.board_article_notes.deleteMany({}));
await Promise.all(writes);
`,
    left(`
const writes: Promise<unknown>[] = [];
writes.push(db.board_article_notes.deleteMany({}));
await Promise.all(writes);
`),
  ],
  ["SQL over the removed table alone", `await db.$executeRaw\`DELETE FROM board_article_comments\`;`, ""],
  [
    "SQL that joins the removed table",
    `await db.$queryRaw\`SELECT * FROM board_articles JOIN board_article_comments USING (id)\`;`,
    asks("raw query"),
  ],
  [
    "SQL over a removed column",
    `await db.$executeRawUnsafe("UPDATE board_articles SET comments_count = 0");`,
    asks("raw query"),
  ],
  [
    "SQL over other tables",
    `await db.$executeRaw\`DELETE FROM board_article_notes\`;`,
    `await db.$executeRaw\`DELETE FROM board_article_notes\`;`,
  ],
];

test.each(ROWS)("writes: %s", (_, before, after) => {
  expect(statementsWithoutComments(before)).toBe(after);
});
