import { describe, expect, test } from "@jest/globals";
import { planChange } from "../../../src/plan/plan-change.js";
import type { Planned } from "../../../src/plan/planned.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Backend } from "../../../src/source/backend.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { changeOf } from "../../support/change-of.js";

const SCHEMA = `datasource db {
  provider = "postgresql"
}

model shop_orders {
  id         String   @id @db.Uuid
  title      String
  price      Float
  created_at DateTime @db.Timestamptz

  lines shop_lines[]
}

model shop_lines {
  id            String @id @db.Uuid
  shop_order_id String @db.Uuid
  amount        Int

  order shop_orders @relation(fields: [shop_order_id], references: [id])
}
`;

const ORDER = `import { tags } from "typia";

export type IShopOrder = {
  id: string & tags.Format<"uuid">;

  /** Title of the order. */
  title: string;
  price: number;
  created_at: string & tags.Format<"date-time">;
};
export namespace IShopOrder {
  export type ISummary = { id: string; title: string };
  export type ICreate = {
    title: string;
    price: number;
  };
  export type IUpdate = {
    title?: string;
    price?: number;
  };
  export type IRequest = { title?: string };
}
`;

const PATH = "src/providers/order.ts";
const HEAD = `import { MyGlobal } from "../MyGlobal";
import { IShopOrder } from "../api/structures/IShopOrder";
import { toISOStringSafe } from "../utils/toISOStringSafe";
`;

const PREPARE = `import { IShopOrder } from "../../src/api/structures/IShopOrder";

export const prepare = (input?: Partial<IShopOrder.ICreate>): IShopOrder.ICreate => ({
  title: input?.title ?? "a title",
  price: input?.price ?? 1,
});
`;

/** The code of a provider, and the lines that adding a field puts into it. */
const CASES: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    "a row whose columns are selected",
    "add field note: string? to orders",
    `
export async function get(id: string): Promise<IShopOrder> {
  const row = await MyGlobal.prisma.shop_orders.findFirstOrThrow({
    where: { id },
    select: {
      id: true,
      title: true,
      price: true,
      created_at: true,
    },
  });
  const other = await MyGlobal.prisma.shop_orders.count({ where: { title: row.title } });
  return {
    id: row.id,
    title: row.title,
    price: row.price + other,
    created_at: toISOStringSafe(row.created_at),
  };
}`,
    ["      note: true,", "    note: row.note,"],
  ],
  [
    "rows of a list, dates as text, on one line",
    "add field sent_at: datetime? to orders in read",
    `
export async function list(): Promise<IShopOrder[]> {
  const rows = await MyGlobal.prisma.shop_orders.findMany({});
  return rows.map((row) => ({ id: row.id, title: row.title, price: row.price, created_at: toISOStringSafe(row.created_at) }));
}`,
    [
      "  return rows.map((row) => ({ id: row.id, title: row.title, price: row.price, sent_at: row.sent_at ? toISOStringSafe(row.sent_at) : null, created_at: toISOStringSafe(row.created_at) }));",
    ],
  ],
  [
    "a new row, and what is shown of it",
    'add field state: "new" | "paid" to orders default new',
    `
export async function post(props: { body: IShopOrder.ICreate }): Promise<IShopOrder> {
  const created = await MyGlobal.prisma.shop_orders.create({
    data: {
      id: "1",
      title: props.body.title,
      price: props.body.price, // in euros
      created_at: new Date(),
    },
  });
  return {
    id: created.id,
    title: created.title,
    price: created.price,
    created_at: created.created_at.toISOString(),
  };
}`,
    ["      state: props.body.state,", '    state: created.state as "new" | "paid",'],
  ],
  [
    "what is shown without reading the row again",
    "add field note: string? to orders",
    `
export async function post({ body }: { body: IShopOrder.ICreate }): Promise<IShopOrder> {
  const now = toISOStringSafe(new Date());
  const title = body.title.trim();
  await MyGlobal.prisma.shop_orders.create({
    data: { id: "1", title, price: 0, created_at: now },
  });
  return { id: "1", title, price: 0, created_at: now };
}`,
    [
      '    data: { id: "1", title, price: 0, note: body.note ?? null, created_at: now },',
      '  return { id: "1", title, price: 0, note: body.note ?? null, created_at: now };',
    ],
  ],
  [
    "an update, in the manner of its neighbours",
    "add field note: string? to orders in update",
    `
export async function put(props: { id: string; body: IShopOrder.IUpdate }): Promise<void> {
  await MyGlobal.prisma.shop_orders.update({
    where: { id: props.id },
    data: {
      ...(props.body.title !== undefined && { title: props.body.title }),
      price: 1,
    },
  });
}`,
    ["      ...(props.body.note !== undefined && { note: props.body.note }),"],
  ],
  [
    "an update that shows what it was given over what was there",
    "add field note: string? to orders in read, update",
    `
export async function put(props: { id: string; body: IShopOrder.IUpdate }): Promise<IShopOrder> {
  const row = await MyGlobal.prisma.shop_orders.findFirstOrThrow({ where: { id: props.id } });
  await MyGlobal.prisma.shop_orders.update({
    where: { id: props.id },
    data: { title: props.body.title, price: props.body.price },
  });
  return {
    id: row.id,
    title: props.body.title ?? row.title,
    price: props.body.price ?? row.price,
    created_at: toISOStringSafe(row.created_at),
  };
}`,
    [
      "    data: { title: props.body.title, price: props.body.price, note: props.body.note },",
      "    note: props.body.note !== undefined ? props.body.note : row.note,",
    ],
  ],
  [
    "a request that is passed on in parts",
    "add field note: string? to orders in update",
    `
export async function put(props: { id: string; body: IShopOrder.IUpdate }): Promise<void> {
  const data = {
    title: props.body.title,
    price: props.body.price,
  } satisfies IShopOrder.IUpdate;
  await MyGlobal.prisma.shop_orders.update({ where: { id: props.id }, data });
}`,
    ["    note: props.body.note,"],
  ],
  [
    "a row that is made after another",
    "add field note: string? to orders in nothing",
    `
export async function duplicate(id: string): Promise<void> {
  const row = await MyGlobal.prisma.shop_orders.findFirstOrThrow({
    where: { id },
    select: { title: true, price: true },
  });
  await MyGlobal.prisma.shop_orders.create({
    data: { id: "2", title: row.title, price: row.price, created_at: new Date() },
  });
}`,
    [
      "    select: { title: true, price: true, note: true },",
      '    data: { id: "2", title: row.title, price: row.price, note: row.note, created_at: new Date() },',
    ],
  ],
  [
    "rows below a parent, written and shown",
    "add field unit: string? to lines in nothing",
    `
export async function lines(id: string): Promise<{ amount: number }[]> {
  const order = await MyGlobal.prisma.shop_orders.findFirstOrThrow({
    where: { id },
    select: { lines: { select: { amount: true } } },
  });
  return order.lines.map((line) => ({ amount: line.amount }));
}`,
    [],
  ],
];

describe("a new field follows", () => {
  test.each(CASES)("%s", (_, line, code, added) => {
    for (const eol of ["\n", "\r\n"]) {
      const base = backendOf(code, eol);
      const planned = plan(base, line);
      if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
      const head = applyEdits(base, planned.edits());
      expect(newLines(base, head, PATH, eol)).toEqual(added);
      expect(plan(head, line).kind).toBe("nothing-to-do");
    }
  });

  test("schema, DTOs and test helpers", () => {
    const base = backendOf("", "\n");
    const planned = plan(base, "add field gift_note: string? to orders");
    if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
    const head = applyEdits(base, planned.edits());
    expect(planned.plan.added).toMatchObject({
      fields: ["shop_orders.gift_note"],
      properties: ["IShopOrder.gift_note", "IShopOrder.ICreate.gift_note", "IShopOrder.IUpdate.gift_note"],
    });
    expect(newLines(base, head, "prisma/schema/main.prisma", "\n")).toEqual(["  gift_note  String?"]);
    expect(newLines(base, head, "src/api/structures/IShopOrder.ts", "\n")).toEqual([
      "  gift_note: string | null;",
      "    gift_note?: string | null;",
      "    gift_note?: string | null;",
    ]);
    expect(newLines(base, head, "test/prepare/prepare.ts", "\n")).toEqual([
      '  gift_note: input?.gift_note ?? "text",',
    ]);
  });

  test("documents that speak of a DTO are said to be stale", () => {
    const base = makeBackend("tree", [
      ...[...backendOf("", "\n").files.values()].map(({ path, text }) => [path, text ?? ""] as const),
      ["packages/api/swagger.json", '{ "components": { "schemas": { "IShopOrder.ICreate": {} } } }'],
    ]);
    const planned = plan(base, "add field note: string? to orders");
    if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
    expect(planned.plan.notices).toMatchObject([{ kind: "stale-file", path: "packages/api/swagger.json" }]);
  });

  test("types and native types of columns alike", () => {
    const base = backendOf("", "\n");
    const column = (line: string): readonly string[] => {
      const planned = plan(base, line);
      if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
      return newLines(base, applyEdits(base, planned.edits()), "prisma/schema/main.prisma", "\n");
    };
    expect(column("add field a: datetime? to orders")).toEqual(["  a          DateTime? @db.Timestamptz"]);
    expect(column("add field a: uuid? to orders in nothing")).toEqual(["  a          String? @db.Uuid"]);
    expect(column('add field a: "x" | "y" to orders default y')).toEqual([
      '  a          String @default("y")',
    ]);
    expect(column("add field a: int to * default 3")).toEqual([
      "  a          Int @default(3)",
      "  a             Int @default(3)",
    ]);
  });

  test.each([
    ["add field title: string? to orders", `shop_orders has a field "title" already.`],
    ["add field note: text? to orders", `"text" is not a type.`],
    ["add field note: int to orders default many", `"many" is no value of the type int.`],
    ['add field note: "a" | "b" to orders default c', `"c" is no value of the type a | b.`],
    ["add field note: string? to orders in invert", `shop_orders has no DTO "invert".`],
    ["add field Note: string? to orders", `"Note" cannot name a field: it has to start with a small letter.`],
    ["add field note: string? to things", `Nothing here is called "things".`],
    ["add field price: double to orders default 1", `There is a field "price" in shop_orders already.`],
  ])("%s: %s", (line, reason) => {
    expect(plan(backendOf("", "\n"), line)).toMatchObject({ reason });
  });

  test("rows that are there need a value: it asks which", () => {
    expect(plan(backendOf("", "\n"), "add field note: string to orders")).toEqual({
      kind: "ambiguous",
      candidates: [
        { command: "add field note: string? to orders", takes: [] },
        { command: 'add field note: string to orders default ""', takes: [] },
      ],
    });
  });

  test("a place that knows no row shows the default, and is said", () => {
    const planned = plan(
      backendOf(
        `\nexport const fallback = (): IShopOrder => ({ id: "", title: "", price: 0, created_at: "" });`,
        "\n",
      ),
      "add field note: string? to orders in read",
    );
    if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
    expect(planned.plan.notices).toMatchObject([{ kind: "assumed-value", path: PATH, line: 5 }]);
    expect(
      plan(
        backendOf(
          `\nexport const fallback = (): IShopOrder => ({ id: "", title: "", price: 0, created_at: "" });`,
          "\n",
        ),
        "add field seen_at: datetime to orders default now in read",
      ),
    ).toMatchObject({ kind: "refused", reason: expect.stringContaining(`${PATH}:5`) });
  });
});

function backendOf(code: string, eol: string): Backend {
  const files = {
    "prisma/schema/main.prisma": SCHEMA,
    "src/MyGlobal.ts": `import { PrismaClient } from "@prisma/client";\nexport class MyGlobal {\n  public static readonly prisma: PrismaClient = new PrismaClient();\n}\n`,
    "src/utils/toISOStringSafe.ts":
      "export const toISOStringSafe = (date: Date | string): string => new Date(date).toISOString();\n",
    "src/api/structures/IShopOrder.ts": ORDER,
    "src/api/structures/IShopLine.ts": "export type IShopLine = { id: string; amount: number };\n",
    "test/prepare/prepare.ts": PREPARE,
    [PATH]: `${HEAD}${code}\n`,
  };
  return makeBackend(
    "tree",
    Object.entries(files).map(([path, text]) => [path, text.replaceAll("\n", eol)] as const),
  );
}

function plan(backend: Backend, line: string): Planned {
  return planChange(backend, changeOf(line), new Map());
}

/** Lines of a file that were not there before; every other one stays as it was. */
function newLines(base: Backend, head: Backend, path: string, eol: string): readonly string[] {
  const old = (base.files.get(path)?.text ?? "").split(eol);
  const now = (head.files.get(path)?.text ?? "").split(eol);
  const left = [...old];
  const added = now.filter((line) => {
    const at = left.indexOf(line);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  // A line that got an entry stands for its old self.
  expect(left.length).toBe(old.length + added.length - now.length);
  return added.filter((line) => line !== "");
}
