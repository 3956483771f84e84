import { describe, expect, test } from "@jest/globals";
import { planChange } from "../../src/plan/plan-change.js";
import type { Planned } from "../../src/plan/planned.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { INLINE_BACKEND } from "../helpers/inline-backend.js";

const PATH = "src/providers/patchBoardArticles.ts";

describe("a filter that is built apart from its query goes with what it filters by", () => {
  const filter = `{ comments: { some: { body: { contains: props.word } } } }`;

  test("pushed into a list that is wanted as conditions", () => {
    const before = (push: string): string => `
  const conditions: any[] = [{ title: { contains: props.title } }];
${push}  const rows = await MyGlobal.prisma.board_articles.findMany({ where: { AND: conditions } });
  return rows.map((row) => ({ title: row.title }));`;
    const push = `  if (props.word) {\n    conditions.push(${filter});\n  }\n`;
    expect(bodyAfter(before(push))).toBe(before(""));
  });

  test("set on an object without a type, in a branch without braces", () => {
    const before = (set: string): string => `
  const where: Record<string, unknown> = { title: { contains: props.title } };
${set}  const rows = await MyGlobal.prisma.board_articles.findMany({ where });
  return rows.map((row) => ({ title: row.title }));`;
    const set = `  if (props.word) where.comments = { some: { body: { contains: props.word } } };\n`;
    expect(bodyAfter(before(set))).toBe(before(""));
  });

  test("made by a local function", () => {
    const before = (spread: string): string => `
  const whereOf = (): any => ({
    title: { contains: props.title },
${spread}  });
  const rows = await MyGlobal.prisma.board_articles.findMany({ where: whereOf() });
  return rows.map((row) => ({ title: row.title }));`;
    expect(bodyAfter(before(`    ...(props.word && ${filter}),\n`))).toBe(before(""));
  });
});

describe("a client whose type is hidden is followed all the same", () => {
  test.each(["const prisma: any = MyGlobal.prisma;", "const prisma = MyGlobal.prisma as any;"])(
    "%s",
    (line) => {
      const before = (select: string, count: string): string => `
  ${line}
  const rows = await prisma.board_articles.findMany({
    select: { title: true${select} },
  });
  return rows.map((row: any) => ({ title: row.title${count} }));`;
      expect(bodyAfter(before(", comments: { select: { id: true } }", ", comments: row.comments"))).toBe(
        before("", ""),
      );
    },
  );

  test("through a function that takes rows of any type", () => {
    const before = (value: string): string => `
  const toSummary = (row: any) => ({ title: row.title${value} });
  const rows = await MyGlobal.prisma.board_articles.findMany({});
  return rows.map(toSummary);`;
    expect(bodyAfter(before(", replies: row.comments.length"))).toBe(before(""));
  });
});

describe("a value that counts only what went", () => {
  test("a map that keeps nothing but zeros goes with everything that is read from it", () => {
    const before = `
  const counts = new Map<string, number>();
  const rows = await MyGlobal.prisma.board_articles.findMany({});
  for (const row of rows) counts.set(row.id, 0);
  const comments = await MyGlobal.prisma.board_article_comments.findMany({});
  for (const one of comments) counts.set(one.board_article_id, (counts.get(one.board_article_id) ?? 0) + 1);
  return rows.map((row) => ({ title: row.title, replies: counts.get(row.id) ?? 0 }));`;
    expect(bodyAfter(before)).toBe(`
  const rows = await MyGlobal.prisma.board_articles.findMany({});
  return rows.map((row) => ({ title: row.title }));`);
  });

  test("a comparison of two such values holds as between two zeros", () => {
    const before = (compare: string): string => `
${compare}  const rows = await MyGlobal.prisma.board_articles.findMany({});
  return rows.sort((a, b) => {
${compare === "" ? "" : "    if (of(a.id) !== of(b.id)) return of(b.id) - of(a.id);\n"}    return a.title.localeCompare(b.title);
  });`;
    const compare = `  const comments = await MyGlobal.prisma.board_article_comments.findMany({});
  const of = (id: string): number => comments.filter((one) => one.board_article_id === id).length;
`;
    expect(bodyAfter(before(compare))).toBe(before(""));
  });

  test("two conditions that come to hold one after the other hold together", () => {
    const before = (compare: string): string => `
${compare}  const rows = await MyGlobal.prisma.board_articles.findMany({});
${compare === "" ? "" : "  if (!Number(last.body) && first.body === last.body) rows.push(rows[0]);\n"}  return rows;`;
    const compare = `  const first = await MyGlobal.prisma.board_article_comments.findFirstOrThrow({});
  const last = await MyGlobal.prisma.board_article_comments.findFirstOrThrow({});
`;
    expect(bodyAfter(before(compare))).toBe(`
  const rows = await MyGlobal.prisma.board_articles.findMany({});
  rows.push(rows[0]);
  return rows;`);
  });

  test("an order by it is no order", () => {
    expect(
      bodyAfter(`
  const rows = await MyGlobal.prisma.board_articles.findMany({ include: { comments: true } });
  return rows.sort((a, b) => b.comments.length - a.comments.length);`),
    ).toBe(`
  const rows = await MyGlobal.prisma.board_articles.findMany();
  return rows;`);
  });

  test("of a choice between orders the other stays", () => {
    expect(
      bodyAfter(`
  return await MyGlobal.prisma.board_articles.findMany({
    orderBy: props.word ? { comments: { _count: "desc" } } : { title: "asc" },
  });`),
    ).toBe(`
  return await MyGlobal.prisma.board_articles.findMany({
    orderBy: { title: "asc" },
  });`);
  });

  test("where a number is required, it is zero", () => {
    expect(
      bodyAfter(`
  await MyGlobal.prisma.board_article_notes.create({
    data: { id: "", weight: await MyGlobal.prisma.board_article_comments.count() },
  });
  return [];`),
    ).toBe(`
  await MyGlobal.prisma.board_article_notes.create({
    data: { id: "", weight: 0 },
  });
  return [];`);
  });

  test("where a text is required, it is a question that no answer may settle by leaving it out", () => {
    const planned = planOf(`
  const last = await MyGlobal.prisma.board_article_comments.findFirstOrThrow({});
  await MyGlobal.prisma.board_article_notes.create({ data: { id: "", body: last.body, weight: 1 } });
  return [];`);
    expect(questionsOf(planned)).toEqual([["value", "drop-operation", ["drop-operation", "keep"]]]);
  });
});

describe("what a cut leaves behind", () => {
  test("no blank line before a closing bracket", () => {
    const article = (tail: string): string => `export type IBoardArticle = {
  id: string;
  title: string;${tail}
};
`;
    const edits = editsOf(
      planOf("\n  return [];", {
        "src/api/structures/IBoardArticle.ts": article("\n\n  comments_count: number;"),
      }),
    );
    expect(edits.get("src/api/structures/IBoardArticle.ts")).toBe(article(""));
  });

  test("no loop without a body", () => {
    const before = (loop: string): string => `
  const rows = await MyGlobal.prisma.board_articles.findMany({});
  await MyGlobal.prisma.board_articles.updateMany({ data: { title: props.title } });
${loop}  return rows;`;
    const loop = `  for (const row of rows) await MyGlobal.prisma.board_article_comments.deleteMany({ where: { board_article_id: row.id } });\n`;
    expect(bodyAfter(before(loop))).toBe(before(""));
  });
});

const SCHEMA = (INLINE_BACKEND["prisma/schema/main.prisma"] ?? "").replace(
  /(model board_article_notes \{[\s\S]*?body +String\n)/,
  "$1  weight           Int\n",
);

function planOf(body: string, files: Readonly<Record<string, string>> = {}): Planned {
  const backend = makeBackend(
    "tree",
    Object.entries({
      ...INLINE_BACKEND,
      "prisma/schema/main.prisma": SCHEMA,
      "src/controllers/board/BoardArticlesSearchController.ts": CONTROLLER,
      [PATH]: HEAD + body + "\n}\n",
      ...files,
    }),
  );
  return planChange(backend, { kind: "remove-feature", target: "comments" }, new Map());
}

const HEAD = `import { MyGlobal } from "../MyGlobal";

export async function patchBoardArticles(props: { title: string; word?: string }): Promise<unknown> {`;

function bodyAfter(body: string): string | undefined {
  const planned = planOf(body);
  expect(questionsOf(planned)).toEqual([]);
  return editsOf(planned)
    .get(PATH)
    ?.slice(HEAD.length)
    .replace(/\n\}\n$/, "");
}

function editsOf(planned: Planned): ReadonlyMap<string, string | null> {
  if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
  return new Map(planned.edits().map((edit) => [edit.path, edit.after]));
}

function questionsOf(planned: Planned): readonly unknown[] {
  if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
  return planned.plan.questions.map((each) => [each.construct, each.recommended, each.options]);
}

const CONTROLLER = `import { TypedBody, TypedRoute } from "@nestia/core";
import { Controller } from "@nestjs/common";
import { patchBoardArticles } from "../../providers/patchBoardArticles";

@Controller("/board/articles")
export class BoardArticlesSearchController {
  @TypedRoute.Patch()
  public async index(@TypedBody() body: { title: string; word?: string }): Promise<unknown> {
    return patchBoardArticles(body);
  }
}
`;
