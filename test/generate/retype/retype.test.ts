import { describe, expect, test } from "@jest/globals";
import { printChange } from "../../../src/change/forms.js";
import { planChange } from "../../../src/plan/plan-change.js";
import type { Planned } from "../../../src/plan/planned.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Backend } from "../../../src/source/backend.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { changeOf } from "../../support/change-of.js";

const SCHEMA = `datasource db {
  provider = "postgresql"
}

enum shop_kinds {
  big
  small
}

model shop_orders {
  id         String     @id @db.Uuid
  title      String     @db.VarChar(80) // as shown
  state      String     @default("new")
  due_at     DateTime   @db.Timestamptz
  code       String?
  price      Decimal
  amount     Int        @default(1) @db.Integer
  kind       shop_kinds
  weight     Float
  open       Boolean
  updated_at DateTime   @updatedAt
  shop_id    String?

  shop shops? @relation(fields: [shop_id], references: [id])
}

model shops {
  id String @id @db.Uuid

  orders shop_orders[]
}
`;

const ORDER = `import { tags } from "typia";

export type IShopOrder = {
  title: string;
  state: "new" | "paid";
  due_at: string & tags.Format<"date-time">;
  code: string | null;
  price: number;
  amount: number & tags.Type<"int32">;
  weight: number;
  open: boolean;
};
export namespace IShopOrder {
  export type ICreate = {
    title: string & tags.MinLength<1>;
    state?: "new" | "paid";
    due_at: string & tags.Format<"date-time">;
    code?: (string & tags.MaxLength<9>) | null | undefined;
    amount: number & tags.Type<"int32"> & tags.Minimum<1>;
    open: boolean;
  };
  export type IRequest = { title?: string; code?: string; open?: boolean };
}
`;

const CODE = `import { MyGlobal } from "../MyGlobal";
import { IShopOrder } from "../api/structures/IShopOrder";
import { toISOStringSafe } from "../utils/toISOStringSafe";

export async function post(props: { body: IShopOrder.ICreate }): Promise<IShopOrder> {
  const row = await MyGlobal.prisma.shop_orders.create({
    data: {
      title: props.body.title,
      state: props.body.state ?? "new",
      due_at: new Date(props.body.due_at),
      code: props.body.code ?? null,
      price: 0,
      amount: props.body.amount,
      open: props.body.open,
    },
  });
  return {
    title: row.title,
    state: row.state as "new" | "paid",
    due_at: toISOStringSafe(row.due_at),
    code: row.code,
    price: Number(row.price),
    amount: row.amount,
    weight: row.weight,
    open: row.open,
  };
}

export async function total(ids: string[]): Promise<number> {
  const rows = await MyGlobal.prisma.shop_orders.findMany({ where: { id: { in: ids } } });
  return rows.reduce((sum, row) => sum + row.weight * 2, 0);
}

export async function search(body: IShopOrder.IRequest): Promise<number> {
  return await MyGlobal.prisma.shop_orders.count({
    where: {
      ...(body.title && { title: { contains: body.title } }),
      ...(body.code !== undefined && { code: body.code }),
      open: body.open ?? true,
    },
  });
}
`;

const TEST = `import { IShopOrder } from "../../../src/api/structures/IShopOrder";
import { RandomGenerator, TestValidator } from "@nestia/e2e";

export async function test_api_order(create: (body: IShopOrder.ICreate) => Promise<IShopOrder>): Promise<void> {
  const code = RandomGenerator.paragraph();
  const order: IShopOrder = await create({
    title: RandomGenerator.name(),
    due_at: new Date().toISOString(),
    code,
    amount: 7,
    open: true,
  });
  TestValidator.equals("amount", order.amount, 7);
  TestValidator.equals("state", order.state, "new");
  TestValidator.equals("code", order.code, code);
  TestValidator.equals("open", order.open, true);
}
`;

const FILES: Readonly<Record<string, string>> = {
  "prisma/schema/main.prisma": SCHEMA,
  "src/MyGlobal.ts": `import { PrismaClient } from "@prisma/client";\nexport class MyGlobal {\n  public static readonly prisma: PrismaClient = new PrismaClient();\n}\n`,
  "src/utils/toISOStringSafe.ts":
    "export const toISOStringSafe = (date: Date | string): string => new Date(date).toISOString();\n",
  "src/api/structures/IShopOrder.ts": ORDER,
  "src/providers/order.ts": CODE,
  "test/features/api/test_api_order.ts": TEST,
};

/** A command, and the lines that it takes out and puts in, all files one after another. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  [
    "change field due_at of orders to string",
    [
      "-  due_at     DateTime   @db.Timestamptz",
      "+  due_at     String",
      '-  due_at: string & tags.Format<"date-time">;',
      '-    due_at: string & tags.Format<"date-time">;',
      "+  due_at: string;",
      "+    due_at: string;",
      "-      due_at: new Date(props.body.due_at),",
      "-    due_at: toISOStringSafe(row.due_at),",
      "+      due_at: props.body.due_at,",
      "+    due_at: row.due_at,",
    ],
  ],
  [
    "change field code of orders to datetime",
    [
      "-  code       String?",
      "+  code       DateTime? @db.Timestamptz",
      "-  code: string | null;",
      "-    code?: (string & tags.MaxLength<9>) | null | undefined;",
      "-  export type IRequest = { title?: string; code?: string; open?: boolean };",
      '+  code: (string & tags.Format<"date-time">) | null;',
      '+    code?: (string & tags.Format<"date-time">) | null | undefined;',
      '+  export type IRequest = { title?: string; code?: string & tags.Format<"date-time">; open?: boolean };',
      "-    code: row.code,",
      "+    code: row.code ? toISOStringSafe(row.code) : null,",
      "-  const code = RandomGenerator.paragraph();",
      '+  const code = "2030-01-01T00:00:00.000Z";',
    ],
  ],
  [
    "change field amount of orders to string",
    [
      "-  amount     Int        @default(1) @db.Integer",
      '+  amount     String        @default("1")',
      '-  amount: number & tags.Type<"int32">;',
      '-    amount: number & tags.Type<"int32"> & tags.Minimum<1>;',
      "+  amount: string;",
      "+    amount: string;",
      "-    amount: 7,",
      '-  TestValidator.equals("amount", order.amount, 7);',
      '+    amount: "7",',
      '+  TestValidator.equals("amount", order.amount, "7");',
    ],
  ],
  [
    "change field amount of orders to double",
    [
      "-  amount     Int        @default(1) @db.Integer",
      "+  amount     Float        @default(1)",
      '-  amount: number & tags.Type<"int32">;',
      '-    amount: number & tags.Type<"int32"> & tags.Minimum<1>;',
      "+  amount: number;",
      "+    amount: number & tags.Minimum<1>;",
    ],
  ],
  [
    "change field price of orders to double",
    [
      "-  price      Decimal",
      "+  price      Float",
      "-    price: Number(row.price),",
      "+    price: row.price,",
    ],
  ],
  [
    "change field state of orders to one of new, paid, sent",
    [
      '-  state: "new" | "paid";',
      '-    state?: "new" | "paid";',
      '+  state: "new" | "paid" | "sent";',
      '+    state?: "new" | "paid" | "sent";',
      '-    state: row.state as "new" | "paid",',
      '+    state: row.state as "new" | "paid" | "sent",',
    ],
  ],
  [
    "change field open of orders to int",
    [
      "-  open       Boolean",
      "+  open       Int @db.Integer",
      "-  open: boolean;",
      "-    open: boolean;",
      "-  export type IRequest = { title?: string; code?: string; open?: boolean };",
      '+  open: number & tags.Type<"int32">;',
      '+    open: number & tags.Type<"int32">;',
      '+  export type IRequest = { title?: string; code?: string; open?: number & tags.Type<"int32"> };',
      "-      open: body.open ?? true,",
      "+      open: body.open ?? 1,",
      "-    open: true,",
      '-  TestValidator.equals("open", order.open, true);',
      "+    open: 1,",
      '+  TestValidator.equals("open", order.open, 1);',
    ],
  ],
];

describe("another type of a column", () => {
  test.each(CASES)("%s", (line, changed) => {
    for (const eol of ["\n", "\r\n"]) {
      const base = backendOf(eol);
      const planned = plan(base, line);
      if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
      const head = applyEdits(base, planned.edits());
      expect(Object.keys(FILES).flatMap((path) => difference(base, head, path, eol))).toEqual(changed);
      expect(plan(head, line).kind).toBe("nothing-to-do");
    }
  });

  test("a search for words in a text stays one, though the text has few values", () => {
    const planned = plan(backendOf("\n"), "change field title of orders to one of book, pen");
    if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
    const [dto] = planned.edits();
    expect(dto?.after).toContain("IRequest = { title?: string;");
    expect(planned.plan).toMatchObject({
      lossy: [],
      narrowings: [{ model: "shop_orders", field: "title", to: { kind: "values", values: ["book", "pen"] } }],
    });
  });

  test.each(["\n", "\r\n"])("a set of values becomes an enum of the database (%j)", (eol) => {
    const base = backendOf(eol);
    const planned = plan(base, "change field state of orders to enum");
    if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
    expect(planned.plan).toMatchObject({ lossy: ["shop_orders.state"], narrowings: [] });
    const head = applyEdits(base, planned.edits());
    expect(planned.edits().map(({ path }) => path)).toEqual(["prisma/schema/main.prisma"]);
    const schema = head.files.get("prisma/schema/main.prisma")?.text ?? "";
    expect(schema).toContain("state      shop_order_state     @default(new)");
    expect(schema).toContain(
      [
        "",
        "/// Values of {@link shop_orders.state}.",
        "enum shop_order_state {",
        "  new",
        "  paid",
        "}",
      ].join(eol),
    );
    expect(plan(head, "change field state of orders to enum").kind).toBe("nothing-to-do");
    expect(plan(head, "change field state of orders to enum of new, paid").kind).toBe("nothing-to-do");
  });

  test("a word that anything could follow is kept one where an enum is asked for", () => {
    const query =
      'export async function paid(): Promise<number> {\n  const where = { title: "a", ...(1 && { state: "paid" }) };\n  return await MyGlobal.prisma.shop_orders.count({ where });\n}\n';
    const files = { ...FILES, "src/providers/order.ts": `${CODE}\n${query}` };
    const planned = plan(backendOf("\n", files), "change field state of orders to enum");
    if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
    const code = planned.edits().find(({ path }) => path === "src/providers/order.ts")?.after ?? "";
    expect(code).toContain('...(1 && { state: "paid" as const })');
    expect(code).toContain('state: props.body.state ?? "new",');
  });

  test("a default that the code says gives way to another one", () => {
    const line = "change field state of orders to one of open, paid default open";
    const planned = plan(backendOf("\n"), line);
    if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
    const head = applyEdits(backendOf("\n"), planned.edits());
    const text = (path: string): string => head.files.get(path)?.text ?? "";
    expect(text("prisma/schema/main.prisma")).toContain('@default("open")');
    expect(text("src/providers/order.ts")).toContain('props.body.state ?? "open"');
    expect(text("test/features/api/test_api_order.ts")).toContain('order.state, "open")');
  });

  test.each([
    [
      "change field weight of orders to string",
      'src/providers/order.ts:31 cannot follow by rule: "row.weight * 2" works with the old type, and may not with type string.',
    ],
    [
      "change field title of orders to int",
      'src/providers/order.ts:37 cannot follow by rule: "contains: body.title" looks for words in its text.',
    ],
    [
      "change field due_at of orders to boolean",
      "prisma/schema/main.prisma:14: no value of shop_orders.due_at has a place in boolean: it is of type DateTime.",
    ],
    [
      "change field kind of orders to string",
      "prisma/schema/main.prisma:18 gives shop_orders.kind the enum shop_kinds, whose values are said there.",
    ],
    [
      "change field state of orders to one of paid, sent",
      'The default "new" of shop_orders.state has no place in the new type.',
    ],
    ["change field state of orders to one of a, b default c", 'shop_orders.state will not hold "c".'],
    ["change field title of orders to number", `"number" is no type of a column.`],
    [
      "change field title of orders to int?",
      "Whether shop_orders.title may be empty is a change of its own.",
    ],
    ["change field id of orders to int", "shop_orders.id is the primary key."],
    ["change field shop_id of orders to int", "shop_orders.shop_id belongs to a relation."],
    [
      "change field updated_at of orders to string",
      "shop_orders.updated_at is set by Prisma at every change (@updatedAt).",
    ],
    ["change field amount of orders to int", "shop_orders.amount is of that type already."],
    ["change field titel of orders to int", `shop_orders has no field "titel".`],
    ["change field title of orders to enum", "Nothing says which values shop_orders.title has."],
    [
      "change field title of orders to enum of book, pen",
      'src/providers/order.ts:37 cannot follow by rule: "contains: body.title" asks for more than one of its values.',
    ],
    [
      "change field amount of orders to enum of one, two",
      "prisma/schema/main.prisma:17: shop_orders.amount is of type Int, and enums hold words.",
    ],
    [
      'change field state of orders to enum of new, "in stock"',
      '"in stock" is no name that a value of an enum can have.',
    ],
    [
      "change field kind of orders to enum of big, tiny",
      "prisma/schema/main.prisma:18 gives shop_orders.kind the enum shop_kinds, whose values are said there.",
    ],
    ["change field state of orders to one of a, a", "A value of the set is there twice."],
  ])("%s: %s", (line, reason) => {
    expect(plan(backendOf("\n"), line)).toMatchObject({ reason });
  });

  test.each([
    [
      "change field state of orders to one of new, paid default new",
      'change field state of orders to "new" | "paid" default new',
    ],
    [
      'change field state of orders to one of "in stock" or sold',
      'change field state of orders to "in stock" | "sold"',
    ],
    ["change field amount of orders to double", "change field amount of orders to double"],
    ["change field state of orders to enum", "change field state of orders to enum"],
    [
      'change field state of orders to enum of new or "paid" default new',
      "change field state of orders to enum of new, paid default new",
    ],
  ])("%s is printed as a line that means the same", (line, printed) => {
    for (const each of [line, printed]) {
      const change = changeOf(each);
      expect(change.kind).toBe("change-type");
      expect(printChange(change)).toBe(printed);
    }
  });

  test("a row that is spread into what is shown is named", () => {
    const shown = "  return {\n    title: row.title,";
    const files = {
      ...FILES,
      "src/providers/order.ts": CODE.replace(shown, "  return {\n    ...row,").replace(
        "    code: row.code,\n",
        "",
      ),
    };
    expect(plan(backendOf("\n", files), "change field title of orders to one of book, pen")).toMatchObject({
      reason:
        "src/providers/order.ts:18 cannot follow by rule: ...row brings its value along without naming it.",
    });
  });

  test("a property that shows something else is named with its line", () => {
    const files = {
      ...FILES,
      "src/api/structures/IShopOrder.ts": ORDER.replace("weight: number;", "weight: number[];"),
    };
    expect(plan(backendOf("\n", files), "change field weight of orders to int")).toMatchObject({
      reason:
        "src/api/structures/IShopOrder.ts:10 has IShopOrder.weight as number[], which cannot follow the column by rule.",
    });
  });
});

function backendOf(eol: string, files = FILES): Backend {
  return makeBackend(
    "tree",
    Object.entries(files).map(([path, text]) => [path, text.replaceAll("\n", eol)] as const),
  );
}

function plan(backend: Backend, line: string): Planned {
  return planChange(backend, changeOf(line), new Map());
}

/** Lines of the one text that the other has not, and the other way round. */
function difference(base: Backend, head: Backend, path: string, eol: string): readonly string[] {
  const [old, now] = [base, head].map((tree) => (tree.files.get(path)?.text ?? "").split(eol)) as [
    string[],
    string[],
  ];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}
