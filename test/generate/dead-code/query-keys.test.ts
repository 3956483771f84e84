import { expect, test } from "@jest/globals";
import { left, withoutComments } from "./without-comments.js";

/** What it is about, what stood there, what is left of it. */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    "a selected relation goes, its neighbours stay",
    `
const rows = await db.board_articles.findMany({ select: { id: true, comments: { select: { id: true } }, notes: true } });
return { id: rows[0].id };
`,
    left(`
const rows = await db.board_articles.findMany({ select: { id: true, notes: true } });
return { id: rows[0].id };
`),
  ],
  [
    "an include that held nothing else goes",
    `
const rows = await db.board_articles.findMany({
  where: { title: "x" },
  include: { comments: true },
});
return { id: rows[0].id };
`,
    left(`
const rows = await db.board_articles.findMany({
  where: { title: "x" },
});
return { id: rows[0].id };
`),
  ],
  [
    "arguments that held nothing else go",
    `
const rows = await db.board_members.findMany({ select: { articles: { select: { comments: true } } } });
return { id: rows[0].id };
`,
    left(`
const rows = await db.board_members.findMany();
return { id: rows[0].id };
`),
  ],
  [
    "an order among orders goes",
    `
const rows = await db.board_articles.findMany({ orderBy: [{ comments: { _count: "desc" } }, { created_at: "asc" }] });
return { id: rows[0].id };
`,
    left(`
const rows = await db.board_articles.findMany({ orderBy: [{ created_at: "asc" }] });
return { id: rows[0].id };
`),
  ],
  [
    "the only order goes with its key",
    `
const rows = await db.board_articles.findMany({ take: 1, orderBy: { comments_count: "desc" } });
return { id: rows[0].id };
`,
    left(`
const rows = await db.board_articles.findMany({ take: 1 });
return { id: rows[0].id };
`),
  ],
  [
    "an order that a request may choose gives way to the other one",
    `
const rows = await db.board_articles.findMany({ orderBy: props.body.urgent ? { comments_count: "desc" } : { created_at: "desc" } });
return { id: rows[0].id };
`,
    left(`
const rows = await db.board_articles.findMany({ orderBy: { created_at: "desc" } });
return { id: rows[0].id };
`),
  ],
  [
    "one count of several goes",
    `
const rows = await db.board_articles.findMany({ select: { id: true, _count: { select: { comments: true, notes: true } } } });
return { id: rows[0].id, comments_count: rows[0]._count.comments };
`,
    left(`
const rows = await db.board_articles.findMany({ select: { id: true, _count: { select: { notes: true } } } });
return { id: rows[0].id };
`),
  ],
  [
    "the only count goes with its parents",
    `
const rows = await db.board_articles.findMany({ select: { id: true, _count: { select: { comments: true } } } });
return { id: rows[0].id, comments_count: rows[0]._count.comments };
`,
    left(`
const rows = await db.board_articles.findMany({ select: { id: true } });
return { id: rows[0].id };
`),
  ],
  [
    "all counts at once stay",
    `
const rows = await db.board_articles.findMany({ include: { _count: true } });
return { id: rows[0].id, comments_count: rows[0]._count.comments };
`,
    left(`
const rows = await db.board_articles.findMany({ include: { _count: true } });
return { id: rows[0].id };
`),
  ],
  [
    "columns that are grouped by, summed and told apart",
    `
const sums = await db.board_articles.groupBy({ by: ["title", "pinned_comment_id"], _sum: { comments_count: true } });
const rows = await db.board_articles.findMany({ distinct: ["title", "comments_count"] });
return { id: rows[0].id, title: sums[0].title };
`,
    left(`
const sums = await db.board_articles.groupBy({ by: ["title"] });
const rows = await db.board_articles.findMany({ distinct: ["title"] });
return { id: rows[0].id, title: sums[0].title };
`),
  ],
  [
    "strings that only look like columns stay",
    `
const words = ["title", "comments_count"];
return { id: props.articleId, title: words.join() };
`,
    left(`
const words = ["title", "comments_count"];
return { id: props.articleId, title: words.join() };
`),
  ],
  [
    "a select that is built apart",
    `
const select = { id: true, comments: { select: { id: true } } };
const rows = await db.board_articles.findMany({ select });
return { id: rows[0].id };
`,
    left(`
const select = { id: true };
const rows = await db.board_articles.findMany({ select });
return { id: rows[0].id };
`),
  ],
  [
    "an include that is built apart and held nothing else",
    `
const include = { comments: true } as const;
const rows = await db.board_articles.findMany({ include });
return { id: rows[0].id };
`,
    left(`
const rows = await db.board_articles.findMany();
return { id: rows[0].id };
`),
  ],
  [
    "an order that is chosen by assignment",
    `
let order: object;
if (props.body.title === "most") order = { comments_count: "desc" };
else if (props.body.title === "old") order = { created_at: "asc" };
else order = { created_at: "desc" };
const rows = await db.board_articles.findMany({ orderBy: order });
return { id: rows[0].id };
`,
    left(`
let order: object;
if (props.body.title === "old") order = { created_at: "asc" };
else order = { created_at: "desc" };
const rows = await db.board_articles.findMany({ orderBy: order });
return { id: rows[0].id };
`),
  ],
];

test.each(ROWS)("query keys: %s", (_, before, after) => {
  expect(withoutComments(before)).toBe(after);
});
