import { describe, expect, test } from "@jest/globals";
import { applyEdits } from "../../../src/source/apply-edits.js";
import { addedTo, plan, POST_BY_CUSTOMER, POST_BY_STAFF, PUT, shop } from "./shop.js";

describe("who made a row", () => {
  const backend = shop({ post: POST_BY_STAFF, put: PUT });

  test("is written where rows are made, from the operation's actor, and shown", () => {
    expect(addedTo(backend, "add field created_by: staff to orders", "src/providers/post.ts")).toEqual([
      "      created_by_id: props.staff.id,",
      "    created_by_id: row.created_by_id,",
    ]);
    expect(addedTo(backend, "add field created_by: staff to orders", "src/providers/put.ts")).toEqual([
      "    created_by_id: row.created_by_id,",
    ]);
  });

  test("has a column, an index and both ends in the schema; rows that stand have none", () => {
    expect(addedTo(backend, "add field created_by: staff to orders", "prisma/schema/main.prisma")).toEqual([
      "  created_orders shop_orders[]",
      "  created_by_id String? @db.Uuid",
      "  created_by shop_staffs? @relation(fields: [created_by_id], references: [id], onDelete: SetNull)",
      "  @@index([created_by_id])",
    ]);
  });

  test("is done once", () => {
    const planned = plan(backend, "add field created_by: staff to orders");
    if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
    const head = applyEdits(backend, planned.edits());
    expect(plan(head, "add field created_by: staff to orders").kind).toBe("nothing-to-do");
  });

  test("is asked about where several actors make rows", () => {
    const both = shop({ post: POST_BY_STAFF, postCustomer: POST_BY_CUSTOMER });
    expect(plan(both, "add field created_by: staff to orders")).toEqual({
      kind: "ambiguous",
      candidates: [
        "add field created_by: customer | staff to orders",
        "add field created_by: staff? to orders",
        "add field created_by: customer? to orders",
      ].map((command) => ({ command, takes: expect.anything() })),
    });
  });

  test("has a column for each actor, or one that stays empty for the others", () => {
    const both = shop({ post: POST_BY_STAFF, postCustomer: POST_BY_CUSTOMER });
    const each = "add field created_by: customer | staff to orders in nothing";
    expect(addedTo(both, each, "src/providers/post.ts")).toEqual([
      "      created_by_staff_id: props.staff.id,",
    ]);
    expect(addedTo(both, each, "src/providers/postCustomer.ts")).toEqual([
      "      created_by_customer_id: customer.id,",
    ]);
    const one = plan(both, "add field created_by: staff? to orders in nothing");
    if (one.kind !== "plan") throw new Error(JSON.stringify(one));
    expect(one.edits().map(({ path }) => path)).toEqual([
      "prisma/schema/main.prisma",
      "src/providers/post.ts",
    ]);
    expect(one.plan.notices.map(({ path, line }) => [path, line])).toContainEqual([
      "src/providers/postCustomer.ts",
      12,
    ]);
  });

  test("is handed down to functions that make rows for operations", () => {
    const helper = shop({
      make: `
export async function make(props: { title: string }) {
  return await MyGlobal.prisma.shop_orders.create({ data: { id: v4(), title: props.title, price: 1, created_at: new Date() } });
}
`,
      post: `import { make } from "./make";
import { StaffPayload } from "../decorators/payload/StaffPayload";
import { shop_orders } from "@prisma/client";
export async function postOrders(props: { staff: StaffPayload; body: { title: string } }): Promise<void> {
  await make({ title: props.body.title });
}
`,
    });
    const line = "add field created_by: staff to orders in nothing";
    expect(addedTo(helper, line, "src/providers/make.ts")).toEqual([
      "export async function make(props: {",
      "  title: string;",
      "  shopStaffs: { id: string };",
      "}) {",
      "  return await MyGlobal.prisma.shop_orders.create({ data: { id: v4(), title: props.title, price: 1, created_by_id: props.shopStaffs.id, created_at: new Date() } });",
    ]);
    expect(addedTo(helper, line, "src/providers/post.ts")).toEqual([
      "  await make({ title: props.body.title, shopStaffs: props.staff });",
    ]);
  });

  test("is refused where it cannot be said who that is", () => {
    const handed = shop({
      post: `
export const makers = [make];
export async function make(props: { title: string }) {
  return await MyGlobal.prisma.shop_orders.create({ data: { id: v4(), title: props.title, price: 1, created_at: new Date() } });
}
export async function postOrders(props: { staff: StaffPayload }): Promise<void> {
  await make({ title: "" });
}
`,
    });
    expect(plan(handed, "add field created_by: staff to orders in nothing")).toMatchObject({
      kind: "refused",
      reason: expect.stringMatching(/^src\/providers\/post\.ts:10 .*make is handed around/),
    });
  });
});

describe("a field that leads to a row", () => {
  const backend = shop({ post: POST_BY_STAFF, put: PUT });

  test("names what it cannot be", () => {
    expect(plan(backend, "add field helper: custommer? to orders")).toMatchObject({
      kind: "refused",
      remedy: expect.stringContaining("Did you mean customer?"),
    });
    expect(plan(backend, "add field helper: customer to orders")).toMatchObject({
      kind: "refused",
      remedy: expect.stringMatching(
        /^Let it be empty: add field helper: customer\? to orders\. .* filled from <relation>\.$/,
      ),
    });
    expect(plan(backend, "add field helper: customer? to orders default nobody")).toMatchObject({
      kind: "refused",
    });
    expect(plan(backend, "add field helper: customer | staff to orders")).toMatchObject({
      kind: "refused",
      remedy: "Add one field for each.",
    });
    expect(plan(backend, "add field title: customer? to orders")).toMatchObject({ kind: "refused" });
  });

  test("is asked about where its name says that somebody did something", () => {
    expect(plan(backend, "add field approved_by: staff to orders")).toEqual({
      kind: "ambiguous",
      candidates: [
        { command: "add field approved_by: staff? to orders in read, create, update", takes: [] },
        { command: "add field approved_by: staff? to orders in read", takes: [] },
      ],
    });
  });

  test("is given by callers", () => {
    const line = "add field helper: customer? to orders";
    expect(addedTo(backend, line, "src/providers/post.ts")).toContain(
      "      helper_id: props.body.helper_id ?? null,",
    );
    expect(addedTo(backend, line, "src/api/structures/IShopOrder.ts")).toEqual([
      '  helper_id: (string & tags.Format<"uuid">) | null;',
      '    helper_id?: (string & tags.Format<"uuid">) | null;',
      '    helper_id?: (string & tags.Format<"uuid">) | null;',
    ]);
  });
});
