import { expect, test } from "@jest/globals";
import { GONE, asks, left, withoutComments } from "./without-comments.js";

/** What it is about, what stood there, what is left of it. */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    "no comments at all holds for every row",
    `
const rows = await db.board_articles.findMany({ where: { comments: { none: {} }, title: "y" } });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const rows = await db.board_articles.findMany({ where: { title: "y" } });
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "null columns and relations hold for every row",
    `
const rows = await db.board_articles.findMany({ where: { pinned_comment_id: null, pinned: null, title: "y" } });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const rows = await db.board_articles.findMany({ where: { title: "y" } });
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "the only condition that holds goes with where",
    `
const rows = await db.board_articles.findMany({ where: { pinned: { is: null } } });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const rows = await db.board_articles.findMany();
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "one of several that no row meets",
    `
const rows = await db.board_articles.findMany({ where: { OR: [{ title: "y" }, { comments: { some: { body: "x" } } }] } });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const rows = await db.board_articles.findMany({ where: { OR: [{ title: "y" }] } });
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "one of several that every row meets",
    `
const rows = await db.board_articles.findMany({ where: { OR: [{ title: "y" }, { comments: { none: {} } }] } });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const rows = await db.board_articles.findMany();
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "exclusion of what no row meets",
    `
const rows = await db.board_articles.findMany({ where: { NOT: { comments: { some: {} } }, title: "y" } });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const rows = await db.board_articles.findMany({ where: { title: "y" } });
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "exclusion of what no row meets, with more",
    `
const rows = await db.board_articles.findMany({ where: { NOT: { comments: { some: {} }, title: "z" } } });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const rows = await db.board_articles.findMany();
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "exclusion of one of a list",
    `
const rows = await db.board_articles.findMany({ where: { NOT: [{ comments: { some: {} } }, { title: "z" }] } });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const rows = await db.board_articles.findMany({ where: { NOT: [{ title: "z" }] } });
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "under another relation, where every row holds",
    `
const rows = await db.board_members.findMany({ where: { articles: { some: { comments: { none: {} } } } } });
return { id: props.articleId, title: rows[0].name };
`,
    left(`
const rows = await db.board_members.findMany({ where: { articles: { some: {} } } });
return { id: props.articleId, title: rows[0].name };
`),
  ],
  [
    "under another relation, where no row may",
    `
const rows = await db.board_members.findMany({ where: { articles: { none: { comments: { some: {} } } }, name: "x" } });
return { id: props.articleId, title: rows[0].name };
`,
    left(`
const rows = await db.board_members.findMany({ where: { name: "x" } });
return { id: props.articleId, title: rows[0].name };
`),
  ],
  [
    "under another relation, where every row must",
    `
const rows = await db.board_members.findMany({ where: { articles: { every: { comments: { some: {} } } }, name: "x" } });
return { id: props.articleId, title: rows[0].name };
`,
    asks("filter"),
  ],
  [
    "a filter that a request may ask for",
    `
const rows = await db.board_articles.findMany({ where: { ...(props.body.with_comments && { comments: { some: {} } }), title: "y" } });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const rows = await db.board_articles.findMany({ where: { title: "y" } });
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "alternatives that a request may ask for",
    `
const rows = await db.board_articles.findMany({ where: { title: "y", ...(props.body.title ? { OR: [{ id: props.body.title }, { comments: { some: {} } }] } : {}) } });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const rows = await db.board_articles.findMany({ where: { title: "y", ...(props.body.title ? { OR: [{ id: props.body.title }] } : {}) } });
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "an element that a request may ask for",
    `
const rows = await db.board_articles.findMany({ where: { AND: [...(props.body.urgent ? [{ comments: { some: {} } }] : []), { title: "x" }] } });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const rows = await db.board_articles.findMany({ where: { AND: [{ title: "x" }] } });
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "a value that may be left out",
    `
const rows = await db.board_articles.findMany({ where: { comments: props.body.urgent ? { some: {} } : undefined, title: "x" } });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const rows = await db.board_articles.findMany({ where: { title: "x" } });
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "a key that is set under a condition",
    `
const where: any = {};
if (props.body.urgent) where.comments = { some: {} };
if (props.body.title) where.title = props.body.title;
const rows = await db.board_articles.findMany({ where: where });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const where: any = {};
if (props.body.title) where.title = props.body.title;
const rows = await db.board_articles.findMany({ where: where });
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "a key that is set in any case",
    `
const where: any = { title: "x" };
where.comments = { some: {} };
const rows = await db.board_articles.findMany({ where: where });
return { id: props.articleId, title: rows[0].title };
`,
    asks("filter"),
  ],
  [
    "a where that is built apart",
    `
const where = { title: "x", comments: { some: {} } };
const rows = await db.board_articles.findMany({ where: where });
return { id: props.articleId, title: rows[0].title };
`,
    asks("filter"),
  ],
  [
    "everything but what is not there",
    `
const comments = await db.board_article_comments.findMany({});
const rows = await db.board_articles.findMany({ where: { id: { notIn: comments.map((each) => each.board_article_id) }, title: "x" } });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const rows = await db.board_articles.findMany({ where: { title: "x" } });
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "other comparisons of the same column",
    `
const comment = await db.board_article_comments.findFirst({});
const rows = await db.board_articles.findMany({ where: { id: { not: comment?.board_article_id, contains: "x" } } });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const rows = await db.board_articles.findMany({ where: { id: { contains: "x" } } });
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "one of what is not there, among alternatives",
    `
const comments = await db.board_article_comments.findMany({});
const rows = await db.board_articles.findMany({ where: { OR: [{ title: "x" }, { id: { in: comments.map((each) => each.board_article_id) } }] } });
return { id: props.articleId, title: rows[0].title };
`,
    left(`
const rows = await db.board_articles.findMany({ where: { OR: [{ title: "x" }] } });
return { id: props.articleId, title: rows[0].title };
`),
  ],
  [
    "rows of what is not there",
    `
const comments = await db.board_article_comments.findMany({});
const rows = await db.board_articles.findMany({ where: { id: { in: comments.map((each) => each.board_article_id) } } });
return { id: props.articleId, notes: [], hot: rows.length > 0 };
`,
    `return { id: props.articleId, notes: [] };`,
  ],
  [
    "a write never spares less",
    `
await db.board_articles.deleteMany({ where: { comments: { none: {} }, title: "x" } });
return { id: props.articleId };
`,
    asks("filter"),
  ],
  [
    "a write never loses its only condition",
    `
await db.board_articles.deleteMany({ where: { comments: { none: {} } } });
return { id: props.articleId };
`,
    asks("filter"),
  ],
  [
    "a write that can reach no row goes",
    `
await db.board_articles.deleteMany({ where: { comments: { some: {} }, title: "x" } });
return { id: props.articleId };
`,
    `return { id: props.articleId };`,
  ],
  [
    "an operation that can find nothing any more",
    `
const rows = await db.board_articles.findMany({ where: { comments: { some: {} } } });
return { id: rows[0].id };
`,
    GONE,
  ],
];

test.each(ROWS)("filters: %s", (_, before, after) => {
  expect(withoutComments(before)).toBe(after);
});
