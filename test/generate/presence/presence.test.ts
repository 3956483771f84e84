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
  id      String    @id @db.Uuid
  title   String
  state   String // as shown
  due_at  DateTime
  note    String?
  sent_at DateTime? @db.Timestamptz
  shop_id String?

  shop shops? @relation(fields: [shop_id], references: [id])
}

model shops {
  id String @id @db.Uuid

  orders shop_orders[]
}
`;

const ORDER = `import { tags } from "typia";

export type IShopOrder = {
  /** Title of the order. */
  title: string;
  state: "new" | "paid";
  due_at: string & tags.Format<"date-time">;
  note: string | null;
  sent_at: (string & tags.Format<"date-time">) | null;
};
export namespace IShopOrder {
  export type ICreate = { title: string; due_at: string & tags.Format<"date-time">; note?: string | null | undefined };
  export type IUpdate = { title?: string; sent_at?: (string & tags.Format<"date-time">) | null };
  export type IRequest = { title?: string; note?: string | null };
}
`;

const PATH = "src/providers/order.ts";
const CODE = `import { MyGlobal } from "../MyGlobal";
import { IShopOrder } from "../api/structures/IShopOrder";
import { toISOStringSafe } from "../utils/toISOStringSafe";

export async function post(props: { body: IShopOrder.ICreate }): Promise<IShopOrder> {
  const row = await MyGlobal.prisma.shop_orders.create({
    data: {
      title: props.body.title,
      due_at: props.body.due_at,
      note: props.body.note ?? null,
      sent_at: null,
    },
  });
  return {
    title: row.title,
    state: row.state as "new" | "paid",
    due_at: toISOStringSafe(row.due_at),
    note: row.note ?? null,
    sent_at: row.sent_at ? toISOStringSafe(row.sent_at) : null,
  };
}
`;

const TEST = `import { TestValidator } from "@nestia/e2e";
import { IShopOrder } from "../../../src/api/structures/IShopOrder";

export function test_order(order: IShopOrder, later: IShopOrder): void {
  TestValidator.equals("due", order.due_at, later.due_at);
  TestValidator.equals("hour", new Date(order.due_at).getHours(), 3);
  TestValidator.predicate("in order", order.due_at <= later.due_at && order.due_at.endsWith("Z"));
}
`;

const FILES: Readonly<Record<string, string>> = {
  "prisma/schema/main.prisma": SCHEMA,
  "src/MyGlobal.ts": `import { PrismaClient } from "@prisma/client";\nexport class MyGlobal {\n  public static readonly prisma: PrismaClient = new PrismaClient();\n}\n`,
  "src/utils/toISOStringSafe.ts":
    "export const toISOStringSafe = (date: Date | string): string => new Date(date).toISOString();\n",
  "src/api/structures/IShopOrder.ts": ORDER,
  [PATH]: CODE,
  "test/features/api/test_order.ts": TEST,
};

/** A command, and the lines that it takes out and puts in, all files one after another. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  [
    "change field title of orders to optional",
    [
      "-  title   String",
      "+  title   String?",
      "-  title: string;",
      '-  export type ICreate = { title: string; due_at: string & tags.Format<"date-time">; note?: string | null | undefined };',
      '-  export type IUpdate = { title?: string; sent_at?: (string & tags.Format<"date-time">) | null };',
      "+  title: string | null;",
      '+  export type ICreate = { title?: string | null; due_at: string & tags.Format<"date-time">; note?: string | null | undefined };',
      '+  export type IUpdate = { title?: string | null; sent_at?: (string & tags.Format<"date-time">) | null };',
    ],
  ],
  [
    "change field due_at of orders to optional",
    [
      "-  due_at  DateTime",
      "+  due_at  DateTime?",
      '-  due_at: string & tags.Format<"date-time">;',
      '-  export type ICreate = { title: string; due_at: string & tags.Format<"date-time">; note?: string | null | undefined };',
      '+  due_at: (string & tags.Format<"date-time">) | null;',
      '+  export type ICreate = { title: string; due_at?: (string & tags.Format<"date-time">) | null; note?: string | null | undefined };',
      "-    due_at: toISOStringSafe(row.due_at),",
      "+    due_at: row.due_at ? toISOStringSafe(row.due_at) : null,",
      '-  TestValidator.equals("hour", new Date(order.due_at).getHours(), 3);',
      '-  TestValidator.predicate("in order", order.due_at <= later.due_at && order.due_at.endsWith("Z"));',
      '+  TestValidator.equals("hour", new Date(order.due_at!).getHours(), 3);',
      '+  TestValidator.predicate("in order", order.due_at! <= later.due_at! && order.due_at!.endsWith("Z"));',
    ],
  ],
  [
    "change field state of orders to optional",
    [
      "-  state   String // as shown",
      "+  state   String? // as shown",
      '-  state: "new" | "paid";',
      '+  state: "new" | "paid" | null;',
      '-    state: row.state as "new" | "paid",',
      '+    state: row.state as "new" | "paid" | null,',
    ],
  ],
  [
    'change field note of orders to required default "none"',
    [
      "-  note    String?",
      '+  note    String @default("none")',
      "-  note: string | null;",
      '-  export type ICreate = { title: string; due_at: string & tags.Format<"date-time">; note?: string | null | undefined };',
      "+  note: string;",
      '+  export type ICreate = { title: string; due_at: string & tags.Format<"date-time">; note?: string | undefined };',
      "-      note: props.body.note ?? null,",
      "-    note: row.note ?? null,",
      "+      note: props.body.note,",
      "+    note: row.note,",
    ],
  ],
  [
    "change field sent_at of orders to required default now",
    [
      "-  sent_at DateTime? @db.Timestamptz",
      "+  sent_at DateTime @default(now()) @db.Timestamptz",
      '-  sent_at: (string & tags.Format<"date-time">) | null;',
      '-  export type IUpdate = { title?: string; sent_at?: (string & tags.Format<"date-time">) | null };',
      '+  sent_at: string & tags.Format<"date-time">;',
      '+  export type IUpdate = { title?: string; sent_at?: string & tags.Format<"date-time"> };',
      "-      sent_at: null,",
      "-    sent_at: row.sent_at ? toISOStringSafe(row.sent_at) : null,",
      "+    sent_at: toISOStringSafe(row.sent_at),",
    ],
  ],
];

describe("whether a column may be empty", () => {
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

  test("rows that are empty get the default", () => {
    const planned = plan(backendOf("\n"), "change field note of orders to required default none");
    expect(planned).toMatchObject({
      plan: { backfills: [{ model: "shop_orders", field: "note", value: { kind: "default" } }] },
    });
  });

  test.each([
    ["change field note of orders to required", "Rows without shop_orders.note would have no value."],
    ["change field due_at of orders to required", "shop_orders.due_at is required already."],
    [
      "change field sent_at of orders to required default soon",
      `shop_orders.sent_at is of type DateTime, not "soon".`,
    ],
    ["change field id of orders to optional", "shop_orders.id is the primary key."],
    ["change field shop_id of orders to required default x", "shop_orders.shop_id belongs to a relation."],
    ["change field shop of orders to required default x", "shop_orders.shop belongs to a relation."],
    ["change field price of orders to optional", `shop_orders has no field "price".`],
  ])("%s: %s", (line, reason) => {
    expect(plan(backendOf("\n"), line)).toMatchObject({ reason });
  });
});

function backendOf(eol: string): Backend {
  return makeBackend(
    "tree",
    Object.entries(FILES).map(([path, text]) => [path, text.replaceAll("\n", eol)] as const),
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
