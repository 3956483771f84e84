import { describe, expect, test } from "@jest/globals";
import { planChange } from "../../src/plan/plan-change.js";
import type { Planned } from "../../src/plan/planned.js";
import { applyEdits } from "../../src/source/apply-edits.js";
import type { Backend } from "../../src/source/backend.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { changeOf } from "../support/change-of.js";
import { type FixtureName, fixtureBackend } from "../support/fixture-backend.js";

function plan(line: string, backend: Backend): Planned {
  return planChange(backend, changeOf(line), new Map());
}

/** The files that a change writes, by their path's end. */
function written(line: string, backend: Backend): (end: string) => string {
  const planned = plan(line, backend);
  if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
  const edits = planned.edits();
  return (end) => edits.find(({ path }) => path.endsWith(end))?.after ?? "";
}

describe("what is made up of other rows", () => {
  const BBS = fixtureBackend("bbs");
  const TODO = fixtureBackend("todo");

  test.each<[FixtureName, string, string]>([
    [
      "bbs",
      "add property n: count of comment to articles in create",
      "IBbsArticle.ICreate is what callers send",
    ],
    ["bbs", "add property n: count of author to articles", "bbs_articles.author leads to one row at most."],
    ["bbs", "add property n: count of pictures to articles", `bbs_articles has no list called "pictures".`],
    ["bbs", "add property n: count of comments by body to articles", "does not depend on body"],
    [
      "bbs",
      "add property n: latest comments by article to articles",
      "bbs_article_comments.article is no plain column.",
    ],
    [
      "bbs",
      "add property n: latest articleTags to articles",
      "Nothing says which row of bbs_article_tags is the latest.",
    ],
    ["bbs", "add property n: count of comments to articles in invert", `bbs_articles has no DTO "invert".`],
    ["bbs", "add property N: count of comments to articles", `"N" cannot name a field`],
    [
      "bbs",
      "add property n: latest articles to members in summary",
      "which shows IBbsMember.ISummary in the end",
    ],
    ["todo", "add property n: list of subtasks to todos", "it reads subtasks already, and others than those"],
  ])("%s: %s: %s", (name, line, reason) => {
    const planned = plan(line, name === "bbs" ? BBS : TODO);
    expect(planned).toMatchObject({ reason: expect.stringContaining(reason) });
  });

  test("what is there already is not made again", () => {
    const line = "add property comments_count: count of comments to articles";
    expect(plan(line, BBS)).toMatchObject({ kind: "nothing-to-do" });
    const other = "add property has_likes: has likes to articles";
    const planned = plan(other, BBS);
    if (planned.kind !== "plan") throw new Error(planned.kind);
    expect(plan(other, applyEdits(BBS, planned.edits()))).toMatchObject({ kind: "nothing-to-do" });
  });

  test("rows that were removed softly do not count", () => {
    const after = written("add property has_articles: has articles to members in read", BBS);
    expect(after("BbsMemberTransformer.ts")).toContain("articles: { where: { deleted_at: null } },");
    expect(after("BbsMemberTransformer.ts")).toContain("has_articles: input._count.articles > 0,");
  });

  test("where all rows are read already, the latest is one of them", () => {
    const after = written("add property latest_comment: latest comments to articles", BBS);
    expect(after("BbsArticleTransformer.ts")).toContain("input.comments[input.comments.length - 1]!");
  });

  test("operations that write queries themselves read it in each of them", () => {
    const after = written("add property has_reminders: has reminders to todos in read", TODO);
    for (const name of ["getTodoAppUserTodosTodoId", "postTodoAppUserTodos", "putTodoAppUserTodosTodoId"])
      expect(after(`/${name}.ts`)).toMatch(/reminders: true[^]*has_reminders: \w+\._count\.reminders > 0,/);
    expect(after("test_api_todo_complete.ts")).toContain(
      `TestValidator.equals("has reminders", before.has_reminders, true);`,
    );
  });
});

const SCHEMA = `model shop_orders {
  id    String @id
  title String
  lines shop_lines[]
}

model shop_lines {
  id       String @id
  order_id String
  amount   Int
  order    shop_orders @relation(fields: [order_id], references: [id])
}
`;

const DTO = `export type IShopOrder = { id: string; title: string };\n`;

/** A shop with one operation, of which only the body matters. */
function shop(body: string): Backend {
  const code = `import { MyGlobal } from "../MyGlobal";
import { IShopOrder } from "../api/structures/IShopOrder";

export async function at(id: string): Promise<IShopOrder> {
${body}
}
`;
  return makeBackend(
    "shop",
    new Map([
      ["prisma/schema/main.prisma", SCHEMA],
      ["src/api/structures/IShopOrder.ts", DTO],
      [
        "src/MyGlobal.ts",
        `import { PrismaClient } from "@prisma/client";\nexport class MyGlobal { public static prisma: PrismaClient; }\n`,
      ],
      ["src/providers/at.ts", code],
    ]),
  );
}

describe("the query that a row comes from", () => {
  const line = "add property lines_count: count of lines to orders";
  const shown = "return { id: row.id, title: row.title };";

  test.each([
    [
      "without a selection",
      "await MyGlobal.prisma.shop_orders.findUniqueOrThrow({ where: { id } })",
      "{ where: { id }, include: { _count: { select: { lines: true } } } }",
    ],
    [
      "without an argument",
      "await MyGlobal.prisma.shop_orders.findFirstOrThrow()",
      "findFirstOrThrow({ include: { _count: { select: { lines: true } } } })",
    ],
    [
      "with a selection",
      "await MyGlobal.prisma.shop_orders.findUniqueOrThrow({ where: { id }, select: { id: true, title: true } })",
      "_count: { select: { lines: true } }",
    ],
    [
      "with one count",
      "await MyGlobal.prisma.shop_orders.findFirstOrThrow({ include: { _count: { select: { lines: true } } } })",
      "{ include: { _count: { select: { lines: true } } } }",
    ],
    [
      "one of several",
      "(await MyGlobal.prisma.shop_orders.findMany({ where: { id } }))[0]!",
      "include: { _count: { select: { lines: true } } }",
    ],
  ])("%s", (_, query, wanted) => {
    const text = written(line, shop(`  const row = ${query};\n  ${shown}`))("at.ts");
    expect(text.replace(/\s+/g, " ").replaceAll(", }", " }")).toContain(wanted);
    expect(text).toContain("lines_count: row._count.lines");
  });

  test("a related row is asked for as well", () => {
    const body = `  const line = await MyGlobal.prisma.shop_lines.findFirstOrThrow({ include: { order: true } });
  return { id: line.order.id, title: line.order.title };`;
    const text = written(line, shop(body))("at.ts");
    expect(text.replace(/\s+/g, " ")).toContain(
      "order: { include: { _count: { select: { lines: true } } } }",
    );
  });

  test("a new row has nothing that leads to it", () => {
    const body = `  await MyGlobal.prisma.shop_orders.create({ data: { id, title: id } });
  return { id, title: id };`;
    expect(written(line, shop(body))("at.ts")).toContain("lines_count: 0");
  });

  test("an answer that is made where nobody sees it is refused with its place", () => {
    const controller = `import { TypedParam, TypedRoute } from "@nestia/core";
import { Controller } from "@nestjs/common";
import { IShopOrder } from "../api/structures/IShopOrder";
import { at } from "../providers/at";

@Controller("/orders")
export class OrdersController {
  @TypedRoute.Get(":id")
  public async at(@TypedParam("id") id: string): Promise<IShopOrder> {
    return await at(id);
  }
}
`;
    const { files } = shop(
      "  return JSON.parse(JSON.stringify(await MyGlobal.prisma.shop_orders.findFirstOrThrow()));",
    );
    const all = [...files.values()].map(({ path, text }): readonly [string, string] => [path, text ?? ""]);
    const backend = makeBackend(
      "shop",
      new Map([...all, ["src/controllers/OrdersController.ts", controller]]),
    );
    expect(plan(line, backend)).toMatchObject({
      kind: "refused",
      reason: expect.stringMatching(/^src\/providers\/at\.ts:1 .* answers with IShopOrder, but where/),
    });
  });

  test("a row of unknown origin is refused with its place", () => {
    const body = `  const row: IShopOrder = JSON.parse(id);\n  return { id: row.id, title: row.title };`;
    expect(plan(line, shop(body))).toMatchObject({
      kind: "refused",
      reason: expect.stringMatching(/^src\/providers\/at\.ts:6 cannot be followed by rule/),
    });
  });
});
