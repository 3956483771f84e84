import { describe, expect, test } from "@jest/globals";
import { parseCommand } from "../../../src/change/parse-command.js";
import { planChange } from "../../../src/plan/plan-change.js";
import type { Planned } from "../../../src/plan/planned.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { NO_INTENT } from "../../../src/spec/intent.js";
import { migrationOf } from "../../../src/verify/migration.js";
import { applyEdits } from "../../../src/source/apply-edits.js";

const PATH = "prisma/schema/main.prisma";

const SCHEMA = `datasource db {
  provider = "postgresql"
}

enum state {
  draft
  open
}

model shop_orders {
  id    String @id @db.Uuid
  code  String @unique // as printed
  count Int    @default(1) @map("amount")
  state state
  sent  DateTime?
  lines shop_lines[]

  @@index([code])
  @@unique([code, count])
  @@index([sent(sort: Desc)])
}

model shop_lines {
  id            String @id @db.Uuid
  shop_order_id String @db.Uuid

  order shop_orders @relation(fields: [shop_order_id], references: [id])
}
`;

/** A command, and the lines that it takes out of and puts into the schema. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ["add index on orders(count, sent)", ["+  @@index([count, sent])"]],
  ["add unique index on orders(sent)", ["+  @@unique([sent])"]],
  ["add index on lines(shop_order_id)", ["+", "+  @@index([shop_order_id])"]],
  ["add index on lines(order)", ["+", "+  @@index([shop_order_id])"]],
  ["remove index on orders(sent)", ["-  @@index([sent(sort: Desc)])"]],
  ["remove unique index on orders(code, count)", ["-  @@unique([code, count])"]],
  [
    "remove unique index on orders(code)",
    ["-  code  String @unique // as printed", "+  code  String // as printed"],
  ],
  [
    "change default of count of orders to 0",
    [`-  count Int    @default(1) @map("amount")`, `+  count Int    @default(0) @map("amount")`],
  ],
  [
    "change default of count of orders to none",
    [`-  count Int    @default(1) @map("amount")`, `+  count Int @map("amount")`],
  ],
  ["change default of state of orders to open", ["-  state state", "+  state state @default(open)"]],
  ["change default of sent of orders to now", ["-  sent  DateTime?", "+  sent  DateTime? @default(now())"]],
  [
    "change default of code of orders to new",
    [`-  code  String @unique // as printed`, `+  code  String @default("new") @unique // as printed`],
  ],
];

describe("what concerns the schema alone", () => {
  test.each(CASES)("%s", async (line, changed) => {
    for (const eol of ["\n", "\r\n"]) {
      const base = makeBackend("tree", [[PATH, SCHEMA.replaceAll("\n", eol)]]);
      const planned = plan(base, line);
      if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
      const [edit, ...more] = planned.edits();
      expect(more).toEqual([]);
      expect(difference(edit?.before ?? "", edit?.after ?? "", eol)).toEqual(changed);
      const head = applyEdits(base, planned.edits());
      expect(plan(head, line).kind).toBe("nothing-to-do");
      expect((await migrationOf(base, head, NO_INTENT)).sql).not.toBe("");
    }
  });

  test.each([
    ["add index on orders(code)", "shop_orders(code) has such an index already."],
    ["add unique index on orders(code)", "shop_orders(code) has such an index already."],
    ["add index on orders(lines)", "shop_orders.lines is a relation, no column."],
    ["remove index on orders(state)", "There is no such index on shop_orders(state)."],
    ["add index on orders(price)", `shop_orders has no field "price".`],
    ["change default of count of orders to many", `shop_orders.count is of type Int, not "many".`],
    ["change default of state of orders to closed", `shop_orders.state is of type state, not "closed".`],
    ["change default of lines of orders to 1", "shop_orders.lines is no plain column."],
    ["change default of count of orders to 1", "shop_orders.count has the default 1 already."],
    ["change default of state of orders to none", "shop_orders.state has no default already."],
    ["change default of price of things to 1", `Nothing here is called "things".`],
  ])("%s: %s", (line, reason) => {
    expect(plan(makeBackend("tree", [[PATH, SCHEMA]]), line)).toMatchObject({ reason });
  });
});

function plan(backend: ReturnType<typeof makeBackend>, line: string): Planned {
  const command = parseCommand(line);
  if (!("change" in command)) throw new Error(line);
  return planChange(backend, command.change, new Map());
}

function difference(before: string, after: string, eol: string): readonly string[] {
  const [old, now] = [before.split(eol), after.split(eol)];
  let start = 0;
  while (start < old.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return [
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...now.slice(start, now.length - end).map((line) => `+${line}`),
  ];
}
