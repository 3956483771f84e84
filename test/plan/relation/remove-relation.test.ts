import { describe, expect, test } from "@jest/globals";
import { applyEdits } from "../../../src/source/apply-edits.js";
import { tryChange } from "../../hand-edits/try-change.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { plan, POST_BY_STAFF, PUT, SCHEMA, shop } from "./shop.js";

describe("a relation that goes", () => {
  const backend = shop({ post: POST_BY_STAFF, put: PUT });

  test("takes both ends, its column and its index along; what was added for it is gone again", () => {
    const added = plan(backend, "add field created_by: staff to orders");
    if (added.kind !== "plan") throw new Error(JSON.stringify(added));
    const head = applyEdits(backend, added.edits());
    const removed = plan(head, "remove relation created_by from orders");
    if (removed.kind !== "plan") throw new Error(JSON.stringify(removed));
    const back = applyEdits(head, removed.edits());
    // The blank line above a part of its own stays.
    const tidy = (text: string | null | undefined): string | undefined => text?.replace(/\n\n\}/g, "\n}");
    for (const [path, { text }] of backend.files)
      expect([path, tidy(back.files.get(path)?.text)]).toEqual([path, tidy(text)]);
  });

  test("ends where a test asks for nothing but what goes", () => {
    const tried = tryChange(fixtureBackend("todo"), "remove relation comment from todo_app_audit_logs");
    expect(tried.kind).toBe("changed");
  });

  test("is named by the end that holds the key", () => {
    expect(plan(backend, "remove relation lines from orders")).toMatchObject({
      kind: "refused",
      remedy: "Remove it from the other end: remove relation order from shop_lines.",
    });
    expect(plan(backend, "remove relation amount from lines")).toMatchObject({
      remedy: "For a column, write: remove field amount from lines.",
    });
    expect(plan(backend, "remove field order from lines")).toMatchObject({
      remedy: "To remove the relation, write: remove relation order from shop_lines.",
    });
    expect(plan(backend, "remove field shop_order_id from lines")).toMatchObject({
      remedy: "To remove the relation, write: remove relation order from shop_lines.",
    });
    expect(plan(backend, "remove relation odrer from lines")).toMatchObject({
      kind: "nothing-to-do",
      nearest: expect.arrayContaining(["order"]),
    });
  });

  test("is no part of a primary key", () => {
    const keyed = shop(
      {},
      SCHEMA.replace("  order shop_orders @", "  @@id([shop_order_id, amount])\n  order shop_orders @"),
    );
    expect(plan(keyed, "remove relation order from lines")).toMatchObject({
      kind: "refused",
      reason: "shop_lines.order is part of the primary key.",
    });
  });
});
