import { describe, expect, test } from "@jest/globals";
import { SpecError } from "../../../src/errors/spec-error.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import type { Field, Model } from "../../../src/spec/database/database-spec.js";
import { readDatabase } from "../../../src/spec/database/read-database.js";

const MAIN = `generator client {
  provider = "prisma-client"
  previewFeatures = [
    "views"
  ]
}
datasource db { // where
  provider = "postgresql"
  extensions = [vector(map: "x")]
}
enum shop_state {
  open /// still
  closed @map("shut")

  @@map("states")
}
`;

const SHOP = `/// An order.
///
/// @namespace Shop
model shop_orders {
  //----
  // COLUMNS
  //----
  /// Primary key.
  id String @id @db.Uuid
  member_id String @db.Uuid // who
  /// The order before
  /// this one.
  previous_id String? @unique
  state shop_state @default(open)

  //----
  // RELATIONS
  //----
  member shop_members @relation(fields: [member_id], references: [id], onDelete: Cascade)
  previous shop_orders? @relation("chain", fields: [previous_id], references: [id])
  next shop_orders? @relation("chain")
  items shop_order_items[]
  tags shop_tags[]

  @@unique([member_id, previous_id], map: "one")
  @@index([state(sort: Desc), id(ops: raw("a, b"))], type: Gin) // fast
  @@map("orders")
}
/* a
   note */
model shop_order_items {
  id String @id
  order shop_orders @relation(
    fields: [order_id], // the key
    references: [id]
  )
  order_id String
  price Float?
}
model shop_tags {
  id String @id
  orders shop_orders[]
}
model shop_members {
  id String @id
  password_hash String
  orders shop_orders[]
}`;

function read(shop = SHOP) {
  const backend = makeBackend("test", [
    ["prisma/schema/main.prisma", MAIN],
    ["prisma/schema/shop.prisma", shop],
    ["prisma/migrations/x.prisma", "never read"],
  ]);
  return readDatabase(backend);
}

function model(name: string, shop = SHOP): Model {
  const found = read(shop).models.get(name);
  if (found === undefined) throw new Error(name);
  return found;
}

function field(owner: string, name: string): Field {
  const found = model(owner).fields.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

const cut = (span: { start: number; end: number }, text = SHOP) => text.slice(span.start, span.end);

describe("what a schema says", () => {
  test("files, provider, enums", () => {
    const spec = read();
    expect(spec.files).toEqual(["prisma/schema/main.prisma", "prisma/schema/shop.prisma"]);
    expect(spec.provider).toBe("postgresql");
    expect(spec.enums.get("shop_state")?.values).toEqual(["open", "closed"]);
    expect([...spec.models.keys()]).toEqual(["shop_orders", "shop_order_items", "shop_tags", "shop_members"]);
  });

  test("columns", () => {
    expect(field("shop_orders", "id")).toMatchObject({ type: "String", id: true, doc: "Primary key." });
    expect(field("shop_orders", "previous_id")).toMatchObject({ optional: true, unique: true });
    expect(field("shop_orders", "state")).toMatchObject({ relation: null, hasDefault: true });
    expect(model("shop_orders").table).toBe("orders");
    expect(model("shop_orders").doc).toBe("An order.\n\n@namespace Shop");
    expect(model("shop_order_items").doc).toBe("");
  });

  test("relations have both ends", () => {
    expect(field("shop_orders", "member").relation).toEqual({
      name: null,
      target: "shop_members",
      fields: ["member_id"],
      references: ["id"],
      onDelete: "Cascade",
      opposite: "orders",
    });
    expect(field("shop_orders", "previous").relation).toMatchObject({ name: "chain", opposite: "next" });
    expect(field("shop_orders", "next").relation).toMatchObject({ fields: [], opposite: "previous" });
    expect(field("shop_orders", "tags").relation?.opposite).toBe("orders");
    expect(field("shop_order_items", "order").relation).toMatchObject({
      fields: ["order_id"],
      opposite: "items",
    });
  });

  test("block attributes name their fields", () => {
    const kinds = model("shop_orders").attributes.map(({ kind, fields }) => [kind, ...fields]);
    expect(kinds).toEqual([["unique", "member_id", "previous_id"], ["index", "state", "id"], ["map"]]);
  });
});

describe("spans", () => {
  test("a model spans its doc to its brace", () => {
    expect(cut(model("shop_orders").span)).toMatch(/^\/\/\/ An order\.[^]*"orders"\)\n}$/);
    expect(cut(model("shop_order_items").span)).toMatch(/^model shop_order_items/);
    expect(model("shop_members").span.end).toBe(SHOP.length);
  });

  test("a field spans whole lines, doc and trailing comment included", () => {
    expect(cut(field("shop_orders", "member_id").span)).toBe("  member_id String @db.Uuid // who");
    expect(cut(field("shop_orders", "previous_id").span)).toMatch(/^ {2}\/\/\/ The order before[^]*@unique$/);
    expect(cut(field("shop_order_items", "order").span)).toMatch(/^ {2}order shop_orders[^]*\)$/);
  });

  test("an attribute spans its line, banners theirs", () => {
    const { attributes, banners } = model("shop_orders");
    expect(cut(attributes[1]!.span)).toMatch(/^ {2}@@index.*\/\/ fast$/);
    expect(banners.map(({ title }) => title)).toEqual(["COLUMNS", "RELATIONS"]);
    expect(cut(banners[0]!.span)).toBe("  //----\n  // COLUMNS\n  //----");
  });

  test("line breaks may be CRLF", () => {
    const text = SHOP.replaceAll("\n", "\r\n");
    const orders = model("shop_orders", text);
    expect(orders.doc).toBe("An order.\n\n@namespace Shop");
    expect(cut(orders.fields[1]!.span, text)).toBe("  member_id String @db.Uuid // who");
    expect(cut(orders.banners[1]!.span, text)).toBe("  //----\r\n  // RELATIONS\r\n  //----");
  });
});

describe("a schema that cannot be read names file and line", () => {
  const cases: readonly (readonly [string, string, number, string])[] = [
    ["an open block", "model a {\n id String @id\n", 1, "model a is not closed"],
    ["an unknown block", "\nmodle a {\n}", 2, 'Unknown block "modle"'],
    ["an unknown type", "model a {\n b Strin\n}", 2, '"Strin"'],
    ["a model given twice", "model a {\n}\nmodel a {\n}", 3, "already defined"],
    ["a field given twice", "model a {\n b Int\n b Int\n}", 3, "defined twice"],
    ["a relation over no column", "model a {\n b a @relation(fields: [c], references: [d])\n}", 2, '"c"'],
    ["an open string", 'model a {\n b String @map("x)\n}', 2, "string"],
    ["a field without a type", "model a {\n b\n}", 2, "type"],
    ["open arguments", "model a {\n b String @map(", 2, "not closed"],
    ["something behind a field", "model a {\n b Int c\n}", 2, '"c"'],
  ];
  test.each(cases)("%s", (_, text, line, detail) => {
    try {
      read(text);
    } catch (error) {
      expect(error).toBeInstanceOf(SpecError);
      expect(error).toMatchObject({ path: "prisma/schema/shop.prisma", line });
      expect(String(error)).toContain(detail);
      return;
    }
    throw new Error("nothing was thrown");
  });
});
