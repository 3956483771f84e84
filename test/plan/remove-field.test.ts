import { describe, expect, test } from "@jest/globals";
import { applyEdits } from "../../src/source/apply-edits.js";
import { plan, SCHEMA, shop } from "./relation/shop.js";

const KEPT = SCHEMA.replace("  amount        Int\n", "  amount        Int\n  deleted_at    DateTime?\n");

describe("a column that goes", () => {
  test("leaves what was counted and read without its filter and its order", () => {
    const backend = shop(
      {
        get: `export async function getOrder(id: string): Promise<number> {
  const row = await MyGlobal.prisma.shop_orders.findUniqueOrThrow({
    where: { id },
    select: {
      lines: { orderBy: { deleted_at: "asc" } },
      _count: { select: { lines: { where: { deleted_at: null } } } },
    },
  });
  return row._count.lines + row.lines.length;
}
`,
      },
      KEPT,
    );
    const planned = plan(backend, "remove field deleted_at from lines");
    if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
    const after = applyEdits(backend, planned.edits()).files.get("src/providers/get.ts")?.text;
    expect(after).toContain("lines: true,\n      _count: { select: { lines: true } },");
  });

  test("is kept while a row is erased by it", () => {
    const backend = shop(
      {
        put: `export async function putOrders(props: { staff: StaffPayload; orderId: string }): Promise<void> {
  await MyGlobal.prisma.shop_lines.updateMany({
    where: { shop_order_id: props.orderId },
    data: { deleted_at: new Date() },
  });
}
`,
      },
      KEPT,
    );
    const erasing = applyEdits(backend, [
      {
        path: "src/controllers/OrdersController.ts",
        before: backend.files.get("src/controllers/OrdersController.ts")?.text ?? "",
        after: (backend.files.get("src/controllers/OrdersController.ts")?.text ?? "").replace(
          "TypedRoute.Put",
          "TypedRoute.Delete",
        ),
      },
    ]);
    expect(plan(erasing, "remove field deleted_at from lines")).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("erases rows of shop_lines by deleted_at"),
      remedy: expect.stringContaining("remove operation DELETE /orders/{orderId}"),
    });
  });
});
