import { describe, expect, test } from "@jest/globals";
import { planChange } from "../../src/plan/plan-change.js";
import { planChanges } from "../../src/run/plan-changes.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { changeOf } from "../support/change-of.js";

const SCHEMA = `datasource db {
  provider = "postgresql"
}

model shop_orders {
  id    String @id @db.Uuid
  title String
  note  String?
}

model shop_lines {
  id     String @id @db.Uuid
  amount Int
}
`;

const DTO = `/** @x-autobe-database-schema shop_orders */
export interface IShopOrder {
  id: string;
  title: string;
  note?: string | null;
}
`;

async function ending(...lines: readonly string[]): Promise<string> {
  const backend = makeBackend("shop", [
    ["prisma/schema/main.prisma", SCHEMA],
    ["src/api/structures/IShopOrder.ts", DTO],
  ]);
  const changes = lines.map(changeOf);
  const step = await planChanges(backend, { changes, answers: new Map() }, planChange);
  if (step.kind === "next") return "planned";
  return step.outcome.kind === "stopped" ? step.outcome.reason : step.outcome.kind;
}

describe("changes of one request that cannot both hold", () => {
  const RENAME = "rename field title of orders to name";
  test.each([
    ["two names for one field", [RENAME, "rename field title of orders to label"], "both name and label"],
    [
      "gone and called otherwise",
      ["remove actor clerk", "rename actor clerk to keeper"],
      "clerk would be gone",
    ],
    [
      "gone and let in",
      ["add operation read to orders by clerk", "remove actor clerk"],
      "clerk would be gone",
    ],
    [
      "required and optional",
      ["change field note of orders to optional", "change field note of orders to required"],
      "both optional and required",
    ],
    [
      "put in and taken out",
      ["add field tip: int? to orders", "remove field tip from orders"],
      "shop_orders.tip",
    ],
    ["hidden and shown", ["hide note of orders", "expose note of orders"], "IShopOrder.note"],
    [
      "one name, two types",
      ["add field tip: int? to orders", "add field tip: string? to orders"],
      "nothing left",
    ],
    [
      "removed and altered",
      ["remove model shop_lines", "rename model shop_lines to shop_rows"],
      "nothing left",
    ],
    ["renamed and removed", [RENAME, "remove field title from orders"], "nothing left"],
    ["renamed and removed under its new name", [RENAME, "remove field name from orders"], "shop_orders.name"],
  ])("%s", async (_, lines, why) => {
    const reason = await ending(...lines);
    expect(reason).toContain(`"${lines[1]}" contradicts "${lines[0]}": `);
    expect(reason).toContain(why);
  });
});

describe("changes of one request that go together", () => {
  test.each([
    [
      "what one takes away, another need not find",
      ["remove model shop_lines", "remove field amount from lines"],
    ],
    ["a new name is used by what follows", ["rename field title of orders to name", "hide name of orders"]],
    ["the same change twice", ["add field tip: int? to orders", "add field tip: int? to orders"]],
    [
      "a name that has become free",
      ["rename field title of orders to name", "add field title: int? to orders"],
    ],
  ])("%s", async (_, lines) => {
    expect(await ending(...lines)).toBe("planned");
  });
});
