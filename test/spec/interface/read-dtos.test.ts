import { describe, expect, test } from "@jest/globals";
import { makeBackend } from "../../../src/source/make-backend.js";
import type { Dto } from "../../../src/spec/interface/interface-spec.js";
import { readDatabase } from "../../../src/spec/database/read-database.js";
import { readInterface } from "../../../src/spec/interface/read-interface.js";

const ARTICLE = `import { tags } from "typia";
import { IShopOrderItem as Item } from "./IShopOrderItem";
import type * as other from "./IShopMember";

/** A file header. */

/**
 * An order.
 *
 * @x-autobe-database-schema shop_orders
 */
export type IShopOrder = {
  /**
   * @x-autobe-database-schema-property id
   */
  id: string & tags.Format<"uuid">; // the key
  "items"?: (Item & tags.MinItems<1>)[] | null | undefined;
  buyer: Partial<other.IShopMember.ISummary>;
};
export namespace IShopOrder {
  export interface ICreate { items: Item.ICreate[]; }
  export type IUpdate = Pick<ICreate, "items"> & { note: string };
  export namespace IDeep {
    export type IOne = { up: ICreate; full: IShopOrder.IDeep.ITwo };
    export type ITwo = ReturnType<typeof f> | IShopOrder;
  }
  export enum State { open, closed }
}
`;
const PAGE = `export interface IPage<T> { data: T[]; pagination: IPage.IPagination }
export namespace IPage { export interface IPagination { records: number } }
`;
const SCHEMA = "shop_orders shop_order_items shop_members"
  .split(" ")
  .map((name) => `model ${name} {\n id String @id\n}\n`)
  .join("");

const backend = makeBackend("test", [
  ["prisma/schema/a.prisma", SCHEMA],
  ["src/api/structures/IShopOrder.ts", ARTICLE],
  [
    "src/api/structures/IShopOrderItem.ts",
    "export type IShopOrderItem = { id: string };\nexport namespace IShopOrderItem { export type ICreate = { n: number }; }",
  ],
  [
    "src/api/structures/IShopMember.ts",
    "export namespace IShopMember { export type ISummary = { id: string }; }",
  ],
  ["src/api/structures/IPage.ts", PAGE],
  ["src/api/structures/IShopOrderItemizer.ts", "export type IShopOrderItemizer = { a: 1 };"],
]);
const { dtos } = readInterface(backend, readDatabase(backend));

function dto(name: string): Dto {
  const found = dtos.get(name);
  if (found === undefined) throw new Error(`${name} of ${[...dtos.keys()].join()}`);
  return found;
}

describe("DTOs", () => {
  test("names are qualified", () => {
    expect(
      [...dtos.keys()].filter((name) => name.startsWith("IShopOrder.") || name.startsWith("IPage")),
    ).toEqual([
      "IPage",
      "IPage.IPagination",
      "IShopOrder.ICreate",
      "IShopOrder.IUpdate",
      "IShopOrder.IDeep.IOne",
      "IShopOrder.IDeep.ITwo",
      "IShopOrder.State",
    ]);
  });

  test("references go through tags, unions, arrays, utility types, scopes and renaming imports", () => {
    expect(dto("IShopOrder").references).toEqual(["IShopOrderItem", "IShopMember.ISummary"]);
    expect(dto("IShopOrder.ICreate").references).toEqual(["IShopOrderItem.ICreate"]);
    expect(dto("IShopOrder.IUpdate").references).toEqual(["IShopOrder.ICreate"]);
    expect(dto("IShopOrder.IDeep.IOne").references).toEqual(["IShopOrder.ICreate", "IShopOrder.IDeep.ITwo"]);
    expect(dto("IShopOrder.IDeep.ITwo").references).toEqual(["IShopOrder"]);
    expect(dto("IPage").references).toEqual(["IPage.IPagination"]);
  });

  test("properties", () => {
    const properties = dto("IShopOrder").properties;
    expect(properties.map(({ name, optional, column }) => [name, optional, column])).toEqual([
      ["id", false, "id"],
      ["items", true, null],
      ["buyer", false, null],
    ]);
    expect(properties[1]?.references).toEqual(["IShopOrderItem"]);
    expect(dto("IShopOrder.IUpdate").properties.map(({ name }) => name)).toEqual(["note"]);
  });

  test("spans hold the doc above and the comment behind, not the header", () => {
    const cut = ({ start, end }: { start: number; end: number }) => ARTICLE.slice(start, end);
    expect(cut(dto("IShopOrder").span)).toMatch(/^\/\*\*\n \* An order\.[^]*};$/);
    expect(cut(dto("IShopOrder").properties[0]!.span)).toMatch(/^ {2}\/\*\*\n[^]*; \/\/ the key$/);
  });

  test("the model is the tag's, else the longest match by whole words", () => {
    expect(dto("IShopOrder").model).toBe("shop_orders");
    expect(dto("IShopOrder.ICreate").model).toBe("shop_orders");
    expect(dto("IShopOrderItem.ICreate").model).toBe("shop_order_items");
    expect(dto("IShopOrderItemizer").model).toBe("shop_orders");
    expect(dto("IPage").model).toBeNull();
  });
});

test("a file that does not parse is named with its line", () => {
  const broken = makeBackend("test", [
    ["src/api/structures/IA.ts", "export type IA = {\n  a: ;;\n  b string\n};"],
  ]);
  expect(() => readInterface(broken, readDatabase(broken))).toThrow(/^src\/api\/structures\/IA\.ts:[23]: /);
});

test("a type of literals that says its model in itself", () => {
  const tone = (model: string): string =>
    `("x" & tags.JsonSchemaPlugin<{ "x-autobe-prisma-schema": "${model}" }>)`;
  const { dtos } = readInterface(
    makeBackend("test", [
      ["prisma/schema/a.prisma", SCHEMA],
      [
        "src/api/structures/IShopOrderTone.ts",
        `export type IShopOrderTone = ${tone("shop_members")} | ${tone("shop_members")};\n` +
          `export type IShopOrderMood = ${tone("shop_members")} | ${tone("shop_orders")};\n`,
      ],
    ]),
    readDatabase(makeBackend("test", [["prisma/schema/a.prisma", SCHEMA]])),
  );
  expect([dtos.get("IShopOrderTone")?.model, dtos.get("IShopOrderMood")?.model]).toEqual([
    "shop_members",
    "shop_orders",
  ]);
});
