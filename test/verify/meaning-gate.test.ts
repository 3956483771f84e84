import { describe, expect, test } from "@jest/globals";
import type { Names } from "../../src/spec/names.js";
import { makeBackend } from "../../src/source/make-backend.js";
import type { AnsweredGuard } from "../../src/verify/gate.js";
import { meaningGate } from "../../src/verify/meaning/meaning-gate.js";
import { trees } from "../support/trees.js";

const SCHEMA = `
model bbs_articles {
  id String @id
  title String
  note String?
  slug String @unique
  comments bbs_article_comments[]
  author_id String
  author bbs_members @relation(fields: [author_id], references: [id])
}
model bbs_members {
  id String @id
  title String
  articles bbs_articles[]
  reviewed_comments bbs_article_comments[]
}
model bbs_article_comments {
  id String @id
  body_text String
  article_id String
  article bbs_articles @relation(fields: [article_id], references: [id])
  member_id String
  member bbs_members @relation(fields: [member_id], references: [id])
}
`;
const AFTER_SCHEMA = SCHEMA.replace("  comments bbs_article_comments[]\n", "")
  .replace("  slug String @unique\n", "")
  .replace("  reviewed_comments bbs_article_comments[]\n", "")
  .replace(/model bbs_article_comments \{[^}]*\}\n/, "");
const REMOVED: Names = {
  models: ["bbs_article_comments"],
  fields: ["bbs_articles.comments", "bbs_articles.slug", "bbs_members.reviewed_comments"],
  dtos: ["IBbsArticleComment", "IBbsArticle.IComment"],
  properties: ["IBbsArticle.comments_count", "IBbsArticle.comments"],
  operations: ["GET /bbs/articles/{articleId}/comments"],
};
const DTO = "export interface IBbsArticle {\n  id: string;\n  title: string;\n}\n";

interface Case {
  readonly before: string;
  readonly after: string;
  readonly path?: string;
  readonly answered?: readonly AnsweredGuard[];
  readonly wrap?: boolean;
}

const wrap = (body: string): string =>
  `export async function putArticle(props: { member: M; body: IBbsArticle }): Promise<IBbsArticle> {\n${body}\n}\n`;

async function stops({
  before,
  after,
  path = "src/providers/putArticle.ts",
  answered = [],
  wrap: inFunction = true,
}: Case) {
  const text = inFunction ? wrap : (body: string): string => body;
  const base = makeBackend("base", [
    ["prisma/schema/main.prisma", SCHEMA],
    ["src/api/structures/IBbsArticle.ts", DTO],
    ["src/providers/getComments.ts", "export async function getComments() {}\n"],
    [path, text(before)],
  ]);
  const head = makeBackend("head", [
    ["prisma/schema/main.prisma", AFTER_SCHEMA],
    ["src/api/structures/IBbsArticle.ts", DTO],
    [path, text(after)],
  ]);
  const { diagnostics } = await meaningGate(
    trees(base, head, { removed: REMOVED, answeredGuards: answered }),
  );
  return diagnostics.map(({ code, line }) => `${code}:${line}`);
}

const FIND = "const found = await MyGlobal.prisma.bbs_article_comments.findFirst({ where: { id } });";
const NEGATIVE = `${FIND}\nif (!found) throw new HttpException("no", 403);`;

describe("a guard that is missed", () => {
  test.each([
    ["a check of something kept", "if (!props.member.active) throw new E();", "return x;"],
    ["a negative check of something removed", NEGATIVE, "return x;"],
    [
      "an ownership check of something removed",
      `${FIND}\nif (found.member_id !== props.member.id) throw new E();`,
      "",
    ],
    ["one of two parts", "if (!a || !b) throw new E();", "if (!a) throw new E();"],
    [
      "one of two equal checks",
      "if (!a) throw new E();\nx();\nif (!a) throw new E();",
      "if (!a) throw new E();",
    ],
    [
      "a conflict of a removed column among others, if it is there",
      "const taken = await prisma.bbs_articles.findFirst({ where: { title, ...(s ? { slug: s } : {}) } });\nif (taken) throw new E();",
      "x();",
    ],
    ["the else of a check", "if (a) { x(); } else { throw new E(); }", "if (a) { x(); }"],
    ["an emptiness check", `${FIND}\nif (found === null) { throw new E(); }`, "x();"],
    [
      "a flag that something kept sets, too",
      `let ok = false;
if (await prisma.bbs_article_comments.count()) ok = true;
if (!props.member.admin) ok = true;
if (ok) throw new E();`,
      "x();",
    ],
    [
      "inside of a branch that stays",
      "if (props.body.title) { if (!a) throw new E(); y(); }",
      "if (props.body.title) { y(); }",
    ],
  ])("%s", async (_, before, after) => {
    expect(await stops({ before, after })).toContain("lost-guard:1");
  });

  test("findUniqueOrThrow and authorization calls are guards", async () => {
    const before =
      "await authorizeMember(props.member);\nawait MyGlobal.prisma.bbs_articles.findUniqueOrThrow({ where: { id } });";
    expect(await stops({ before, after: "x();" })).toEqual(["lost-authorization:1", "lost-authorization:1"]);
  });

  test("the decorator of a parameter", async () => {
    const before = "class C {\n  @TypedRoute.Get()\n  public get(@MemberAuth() member: M) {}\n}\n";
    const after = before.replace("@MemberAuth() member: M", "");
    const path = "src/controllers/C.ts";
    expect(await stops({ before, after, path, wrap: false })).toEqual(["lost-authorization:2"]);
  });
});

describe("a guard that is not missed", () => {
  test.each([
    ["a conflict with something removed", `${FIND}\nif (found) throw new E(409);`, "x();"],
    ["a conflict, compared", `${FIND}\nif (found !== null && found.id !== 3) throw new E(409);`, "x();"],
    [
      "a conflict of a removed column",
      "const taken = await prisma.bbs_articles.findFirst({ where: { slug } });\nif (taken) throw new E(409);",
      "x();",
    ],
    [
      "a limit on something removed",
      "const n = await prisma.bbs_article_comments.count();\nif (n > 10) throw new E();",
      "x();",
    ],
    [
      "a limit by the name of a constant",
      "const MOST = 5;\nconst n = await prisma.bbs_article_comments.count();\nif (n >= MOST) throw new E();",
      "x();",
    ],
    ["a limit on a removed relation", "if (article.comments.length > 10) throw new E();", "x();"],
    [
      "inside of a branch about something removed",
      "if (props.body.comments_count) { if (!a) throw new E(); }",
      "x();",
    ],
    [
      "inside of a loop over something removed",
      "for (const c of article.comments) { if (!c.ok) throw new E(); }",
      "x();",
    ],
    [
      "in a callback of something removed",
      "article.comments.map((c) => { if (!c.ok) throw new E(); return c; });",
      "x();",
    ],
    [
      "a part that the removal decides",
      `${FIND}\nif (!article || found) throw new E();`,
      "if (!article) throw new E();",
    ],
    [
      "a part that absence makes true",
      `${FIND}\nif (!article && !found) throw new E();`,
      "if (!article) throw new E();",
    ],
    [
      "unchanged, over a name that a removed model has as well",
      `await prisma.bbs_articles.count();
if (found.article.member_id !== me) throw new E();`,
      `await prisma.bbs_articles.count();
x();
if (found.article.member_id !== me) throw new E();`,
    ],
    [
      "a condition kept in a variable",
      "const has = props.body.comments_count !== null;\nif (has && other) throw new E();",
      "x();",
    ],
    [
      "a set of something removed",
      "const ids = Array.from(new Set(article.comments.map((c) => c.id)));\nif (ids.length > 0) { if (await held(ids)) throw new E(); }",
      "x();",
    ],
    [
      "one of several that read the same, about something removed",
      "if (article.comments) { if (hold) throw new E(); }\nif (b) { if (hold) throw new E(); }",
      "if (b) { if (hold) throw new E(); }",
    ],
    [
      "a count that is taken later",
      "let n: number | undefined;\nif (a) n = await prisma.bbs_article_comments.count();\nif (n !== undefined) { if (x > y) throw new E(); }",
      "x();",
    ],
    ["written in another way", "if (!(a && b)) { throw new E(); }", "if (!a || !b) throw new E();"],
    ["split into two", "if (!a || !b) throw new E();", "if (!a) throw new E();\nif (!b) throw new E();"],
    ["turned around", "if (a === 1) { x(); } else { throw new E(); }", "if (a !== 1) throw new E();\nx();"],
    [
      "refusing in more cases",
      "if (!admin && comment.author !== me) throw new E();",
      "if (!admin) throw new E();",
    ],
    [
      "its branch lost one that was removed",
      "if (t === 1) { x(); } else if (t === 2) { y(); } else { throw new E(); }",
      "if (t === 1) { x(); } else { throw new E(); }",
    ],
    [
      "an element of Promise.all",
      "const [a, n] = await Promise.all([f(), prisma.bbs_article_comments.count()]);\nif (n > 3) throw new E();",
      "const [a] = await Promise.all([f()]);",
    ],
  ])("%s", async (_, before, after) => {
    expect((await stops({ before, after })).filter((stop) => stop.startsWith("lost"))).toEqual([]);
  });

  test("an answer names it, by text or by line", async () => {
    const path = "src/providers/putArticle.ts";
    const after = "return x;";
    const snippet = 'if (!found)\n  throw new HttpException("no", 403);';
    expect(await stops({ before: NEGATIVE, after, answered: [{ path, line: 99, snippet }] })).toEqual([]);
    expect(await stops({ before: NEGATIVE, after, answered: [{ path, line: 3, snippet: "" }] })).toEqual([]);
    expect(
      await stops({ before: NEGATIVE, after, answered: [{ path: "src/x.ts", line: 3, snippet }] }),
    ).toEqual(["lost-guard:1"]);
  });

  test("its function went as a whole", async () => {
    const before = "function check(c) {\n  if (!c) throw new E();\n}\nexport function kept() {}\n";
    expect(await stops({ before, after: "export function kept() {}\n", wrap: false })).toEqual([]);
  });
});

describe("throws, flags and branches", () => {
  test.each([
    [
      "a chain that kept its throw alone",
      "if (t === 1) return x();\nthrow new E();",
      "throw new E();",
      ["unconditional-throw:2"],
    ],
    [
      "a condition that was dropped",
      "if (!a) throw new E();\nreturn 1;",
      "throw new E();\nreturn 1;",
      ["unconditional-throw:2", "lost-guard:1"],
    ],
    ["a throw that was there", "throw new E();", "x();\nthrow new E();", []],
    [
      "a flag nobody sets any more",
      "let ok = false;\nif (z) ok = true;\nuse(ok);",
      "let ok = false;\nuse(ok);",
      ["dead-flag:2"],
    ],
    [
      "a flag that is still set",
      "let ok = false;\nif (z) ok = true;\nif (y) ok = true;",
      "let ok = false;\nif (y) ok = true;",
      [],
    ],
    ["a start that was computed", "let w = f();\nif (z) w = g();", "let w = f();\nuse(w);", []],
    ["an if that does nothing", "if (a) { x(); }", "if (a) {\n}", ["empty-branch:2"]],
    [
      "an else that does nothing",
      "if (a) { x(); } else { y(); }",
      "if (a) { x(); } else {}",
      ["empty-branch:2"],
    ],
    ["a loop that does nothing", "for (const i of l) { x(i); }", "for (const i of l) {}", ["empty-branch:2"]],
    ["a branch that was empty before", "if (a) {}\nx();", "if (a) {}", []],
  ])("%s", async (_, before, after, expected) => {
    expect((await stops({ before, after })).sort()).toEqual([...expected].sort());
  });

  test("a test that expects an empty function to fail", async () => {
    const path = "test/features/test_api_x.ts";
    const before =
      'export const t = async () => {\n  await TestValidator.error("x", async () => { await call(); });\n};\n';
    const after = before.replace("await call(); ", "");
    expect(await stops({ before, after, path, wrap: false })).toEqual(["empty-branch:2"]);
  });
});

describe("names that are left", () => {
  const left = (after: string, inFunction = true) => stops({ before: "x();", after, wrap: inFunction });
  test.each([
    ["a delegate", "await tx.bbs_article_comments.deleteMany();", ["left-name:2"]],
    ["a Prisma type", "const w: Prisma.bbs_article_commentsWhereInput = {};", ["left-name:2"]],
    ["a DTO", "const c = {} as IBbsArticleComment.ISummary;", ["left-name:2"]],
    ["a DTO inside of a kept one", "const c = {} as IBbsArticle.IComment;", ["left-name:2"]],
    ["an operation", "await getComments();", ["left-name:2"]],
    [
      "a key in a query",
      "await prisma.bbs_articles.findMany({ select: { comments: true } });",
      ["left-member:2"],
    ],
    [
      "a key below a relation",
      "await prisma.bbs_articles.findMany({ where: { author: { reviewed_comments: { some: {} } } } });",
      ["left-member:2"],
    ],
    [
      "a key in a where built apart",
      "const where = { comments: { some: {} } };\nawait prisma.bbs_articles.count({ where });",
      ["left-member:2"],
    ],
    [
      "a key in a conditional spread",
      "await prisma.bbs_articles.findMany({ where: { ...(q && { comments: { some: q } }) } });",
      ["left-member:2"],
    ],
    [
      "a key of an annotated input",
      "const d: Prisma.bbs_articlesUpdateInput = { comments: {} };",
      ["left-member:2"],
    ],
    [
      "a key of a DTO in a conditional spread",
      "return { ...(q ? { comments_count: 3 } : {}) };",
      ["left-member:2"],
    ],
    [
      "a unique name read from an untyped value",
      "await prisma.bbs_articles.count();\nreturn (row as any).comments_count;",
      ["left-member:3"],
    ],
  ])("%s", async (_, after, expected) => {
    expect(await left(after)).toEqual(expected);
  });

  test.each([
    ["a comment or a text", '// bbs_article_comments\nlog("IBbsArticleComment comments");'],
    ["a longer name", "await prisma.bbs_article_commentators.count();\nconst x: IBbsArticleCommentator = y;"],
    [
      "a kept field of the same name elsewhere",
      "await prisma.bbs_articles.findMany({ select: { title: true, author: { select: { title: true } } } });",
    ],
    ["a name of another object", "const stats = { comments: 1 };\nreturn stats.comments;"],
    ["a Prisma type of a longer model", "const w: Prisma.bbs_articlesWhereInput = {};"],
  ])("not %s", async (_, after) => {
    expect(await left(after)).toEqual([]);
  });

  test("a path of the SDK is no value of a DTO", async () => {
    const after =
      'import api from "api";\nexport const f = (a: IBbsArticle) => api.functional.bbs.comments_count.index(a);\n';
    expect(await left(after, false)).toEqual([]);
  });

  test("a name that people's code declares itself is theirs", async () => {
    const after =
      "interface Stats {\n  comments: number;\n}\nconst f = (s: Stats, a: IBbsArticle) => s.comments;\n";
    expect(await left(after, false)).toEqual([]);
  });
});
