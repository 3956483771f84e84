import { expect, test } from "@jest/globals";
import { asks, left, withoutComments } from "./without-comments.js";

/** What it is about, what stood there, what is left of it. */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    "mapped properties",
    `
const row = await db.board_articles.findFirstOrThrow({ include: { comments: true, notes: true } });
return { id: row.id, comments: row.comments.map(({ id, body }) => ({ id, body })), comments_count: row.comments.length, notes: row.notes };
`,
    left(`
const row = await db.board_articles.findFirstOrThrow({ include: { notes: true } });
return { id: row.id, notes: row.notes };
`),
  ],
  [
    "names that are strings",
    `
const row = await db.board_articles.findFirstOrThrow({ include: { comments: true, notes: true } });
return { id: row["id"], "comments": row["comments"], notes: row.notes };
`,
    left(`
const row = await db.board_articles.findFirstOrThrow({ include: { notes: true } });
return { id: row["id"], notes: row.notes };
`),
  ],
  [
    "an object that satisfies its DTO",
    `
const row = await db.board_articles.findFirstOrThrow({ include: { comments: true, notes: true } });
return { id: row.id, notes: row.notes, comments: row.comments } satisfies Partial<IBoardArticle> as IBoardArticle;
`,
    left(`
const row = await db.board_articles.findFirstOrThrow({ include: { notes: true } });
return { id: row.id, notes: row.notes } satisfies Partial<IBoardArticle> as IBoardArticle;
`),
  ],
  [
    "spreads of something that went",
    `
const row = await db.board_articles.findFirstOrThrow({ include: { comments: true, notes: true } });
return { id: row.id, notes: [...row.notes, ...row.comments.map(({ id, body }) => ({ id, body }))] };
`,
    left(`
const row = await db.board_articles.findFirstOrThrow({ include: { notes: true } });
return { id: row.id, notes: [...row.notes] };
`),
  ],
  [
    "a spread of the row itself stays",
    `
const row = await db.board_articles.findFirstOrThrow({ include: { comments: true, notes: true } });
return { ...row, comments_count: row.comments.length };
`,
    left(`
const row = await db.board_articles.findFirstOrThrow({ include: { notes: true } });
return { ...row };
`),
  ],
  [
    "conditional spreads",
    `
const row = await db.board_articles.findFirstOrThrow({ include: { comments: true, notes: true } });
return { id: row.id, notes: row.notes, ...(row.comments.length > 0 && { hot: true }), ...(row.comments.length > 0 ? { hint: "x" } : {}) };
`,
    left(`
const row = await db.board_articles.findFirstOrThrow({ include: { notes: true } });
return { id: row.id, notes: row.notes };
`),
  ],
  [
    "the other side of a conditional spread",
    `
const row = await db.board_articles.findFirstOrThrow({ include: { comments: true, notes: true } });
return { id: row.id, notes: row.notes, ...(row.comments.length > 0 ? { hint: "x" } : { hint: "y" }) };
`,
    left(`
const row = await db.board_articles.findFirstOrThrow({ include: { notes: true } });
return { id: row.id, notes: row.notes, ...{ hint: "y" } };
`),
  ],
  [
    "a property that may be null",
    `
const row = await db.board_articles.findFirstOrThrow({ include: { comments: true, notes: true } });
const pinned = await db.board_article_comments.findFirst({});
if (row.deleted_at) return { id: row.id, subtitle: row.title, notes: row.notes };
return { id: row.id, subtitle: pinned?.body, notes: row.notes };
`,
    left(`
const row = await db.board_articles.findFirstOrThrow({ include: { notes: true } });
if (row.deleted_at) return { id: row.id, subtitle: row.title, notes: row.notes };
return { id: row.id, subtitle: null, notes: row.notes };
`),
  ],
  [
    "a property that may be left out",
    `
const row = await db.board_articles.findFirstOrThrow({ include: { comments: true, notes: true } });
if (row.deleted_at) return { id: row.id, hint: row.title, notes: row.notes };
return { id: row.id, hint: row.comments[0]?.body, notes: row.notes };
`,
    left(`
const row = await db.board_articles.findFirstOrThrow({ include: { notes: true } });
if (row.deleted_at) return { id: row.id, hint: row.title, notes: row.notes };
return { id: row.id, notes: row.notes };
`),
  ],
  [
    "a required property that has other values elsewhere",
    `
const row = await db.board_articles.findFirstOrThrow({ include: { comments: true, notes: true } });
if (row.deleted_at) return { id: row.id, title: row.title, notes: row.notes };
return { id: row.id, title: row.comments[0].body, notes: row.notes };
`,
    asks("value"),
  ],
  [
    "a flag that is decided keeps its other half",
    `
const row = await db.board_articles.findFirstOrThrow({ include: { comments: true, notes: true } });
return { id: row.id, notes: row.notes, hot: row.comments.length === 0 && row.deleted_at === null };
`,
    left(`
const row = await db.board_articles.findFirstOrThrow({ include: { notes: true } });
return { id: row.id, notes: row.notes, hot: row.deleted_at === null };
`),
  ],
  [
    "counts in an object of its own",
    `
const row = await db.board_articles.findFirstOrThrow({ include: { comments: true, notes: true } });
const counts = { comments: await db.board_article_comments.count({}), notes: row.notes.length };
return { id: row.id, comments_count: counts.comments, title: String(counts.notes) };
`,
    left(`
const row = await db.board_articles.findFirstOrThrow({ include: { notes: true } });
const counts = { notes: row.notes.length };
return { id: row.id, title: String(counts.notes) };
`),
  ],
  [
    "counts that are set one by one",
    `
const row = await db.board_articles.findFirstOrThrow({ include: { comments: true, notes: true } });
const counts: Record<string, number> = {};
counts["comments"] = row.comments.length;
counts.notes = row.notes.length;
return { id: row.id, comments_count: counts["comments"], title: String(counts.notes) };
`,
    left(`
const row = await db.board_articles.findFirstOrThrow({ include: { notes: true } });
const counts: Record<string, number> = {};
counts.notes = row.notes.length;
return { id: row.id, title: String(counts.notes) };
`),
  ],
];

test.each(ROWS)("object members: %s", (_, before, after) => {
  expect(withoutComments(before)).toBe(after);
});
