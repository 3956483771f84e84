import { describe, expect, test } from "@jest/globals";
import { applyEdits } from "../../../src/source/apply-edits.js";
import { addedTo, plan, POST_BY_STAFF, PUT, SCHEMA, shop } from "./shop.js";

describe("a relation that callers name", () => {
  test("is checked where the row that is altered is known", () => {
    const found = PUT.replace(
      "  const row = await",
      `  try {
    const order = await MyGlobal.prisma.shop_orders.findFirstOrThrow({ where: { id: props.orderId } });
    const row = await`,
    )
      .replace("id: props.orderId },\n    data", "id: order.id },\n    data")
      .replace(/\n\}\n$/, "\n  } catch (error) {\n    throw error;\n  }\n}\n");
    const lines = addedTo(
      shop({ post: POST_BY_STAFF, put: found }),
      "add relation parent: orders? to orders",
      "src/providers/put.ts",
    );
    expect(lines).toContain("    const seen = new Set<string>([order.id]);");
    expect(lines[0]).toBe("    if (props.body.parent_id)");
  });

  const backend = shop({ post: POST_BY_STAFF, put: PUT });
  const tree = "add relation parent: orders? to orders";

  test("makes a tree of a list, and keeps rows from lying below themselves", () => {
    expect(addedTo(backend, tree, "prisma/schema/main.prisma")).toEqual([
      "  parent_id  String? @db.Uuid",
      '  parent shop_orders? @relation("shop_orders_of_parent_id", fields: [parent_id], references: [id], onDelete: SetNull)',
      '  children shop_orders[] @relation("shop_orders_of_parent_id")',
      "  @@index([parent_id])",
    ]);
    expect(addedTo(backend, tree, "src/providers/put.ts")).toEqual([
      "  if (props.body.parent_id) {",
      "    const givenParent = await MyGlobal.prisma.shop_orders.findFirst({",
      "      where: { id: props.body.parent_id },",
      "      select: { id: true },",
      "    });",
      '    if (!givenParent) throw new HttpException("There is no such order.", 404);',
      "  }",
      "  const seen = new Set<string>([props.orderId]);",
      "  let above: string | null = props.body.parent_id ?? null;",
      "  while (above !== null) {",
      "    if (seen.has(above))",
      "      throw new HttpException(",
      '        "The parent of an order cannot be below it.",',
      "        400,",
      "      );",
      "    seen.add(above);",
      "    const row2: { parent_id: string | null } | null =",
      "      await MyGlobal.prisma.shop_orders.findUnique({",
      "        where: { id: above },",
      "        select: { parent_id: true },",
      "      });",
      "    above = row2?.parent_id ?? null;",
      "  }",
      "      parent_id: props.body.parent_id,",
      "    parent_id: row.parent_id,",
    ]);
  });

  test("is done once", () => {
    const planned = plan(backend, tree);
    if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
    const head = applyEdits(backend, planned.edits());
    expect(plan(head, tree).kind).toBe("nothing-to-do");
    expect(plan(head, `${tree} on delete restrict`)).toMatchObject({
      kind: "refused",
      remedy: "Change that: change on delete of parent of shop_orders to restrict.",
    });
    expect(plan(head, `${tree} unique`).kind).toBe("refused");
  });

  test("leads to one row at most where it is unique, and says what deleting does", () => {
    const line = "add relation twin: lines? to orders unique on delete cascade in nothing";
    expect(addedTo(backend, line, "prisma/schema/main.prisma")).toEqual([
      "  twin_id    String? @db.Uuid",
      '  twin shop_lines? @relation("shop_orders_of_twin_id", fields: [twin_id], references: [id], onDelete: Cascade)',
      "  @@unique([twin_id])",
      '  shop_order shop_orders? @relation("shop_orders_of_twin_id")',
    ]);
  });

  test("names what it cannot be", () => {
    expect(plan(backend, "add relation parent: orders to orders")).toMatchObject({
      remedy: "Let it be empty: add relation parent: orders? to orders.",
    });
    expect(plan(backend, "add relation parent: ordr? to orders")).toMatchObject({
      kind: "nothing-to-do",
      nearest: expect.arrayContaining(["shop_orders"]),
    });
    expect(plan(backend, "add relation lines: customers? to orders").kind).toBe("refused");
    expect(plan(backend, "add relation helper: customers? to orders in reed")).toMatchObject({
      kind: "refused",
      remedy: "It has: read, create, update.",
    });
    const keyed = shop(
      {},
      SCHEMA.replace("model shop_staffs {\n  id   String", "model shop_staffs {\n  id   BigInt"),
    );
    expect(plan(keyed, "add relation helper: staffs? to orders").kind).toBe("refused");
  });
});

describe("what deleting does", () => {
  const backend = shop({});

  test("is changed in the schema alone", () => {
    const line = "change on delete of order of lines to restrict";
    expect(addedTo(backend, line, "prisma/schema/main.prisma")).toEqual([
      "  order shop_orders @relation(fields: [shop_order_id], references: [id], onDelete: Restrict)",
    ]);
    const bare = shop({}, SCHEMA.replace(", onDelete: Cascade", ""));
    expect(addedTo(bare, line, "prisma/schema/main.prisma")).toEqual([
      "  order shop_orders @relation(fields: [shop_order_id], references: [id], onDelete: Restrict)",
    ]);
  });

  test("is refused where it cannot be", () => {
    expect(plan(backend, "change on delete of order of lines to cascade").kind).toBe("nothing-to-do");
    expect(plan(backend, "change on delete of order of lines to set null")).toMatchObject({
      kind: "refused",
      remedy: "Choose cascade or restrict.",
    });
    expect(plan(backend, "change on delete of lines of orders to cascade")).toMatchObject({
      remedy: "It has no relation that holds one.",
    });
    expect(plan(backend, "change on delete of ordr of lines to cascade")).toMatchObject({
      kind: "nothing-to-do",
      nearest: expect.arrayContaining(["order"]),
    });
  });
});
