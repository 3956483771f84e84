import { describe, expect, test } from "@jest/globals";
import { makeBackend } from "../../../src/source/make-backend.js";
import { contractChanges } from "../../../src/spec/contract/contract-changes.js";
import { NO_RENAMES } from "../../../src/spec/renames.js";
import { readSpec } from "../../../src/spec/spec.js";

const ORDER = `export type IOrder = {
  id: string;
  title: string;
  note: string | null;
  total?: number;
};
export namespace IOrder {
  export type ICreate = { title: string; note?: string | null };
  export type IUnused = { title: string };
}
`;

const CONTROLLER = `import { TypedBody, TypedParam, TypedRoute } from "@nestia/core";
import { Controller } from "@nestjs/common";
import { IOrder } from "../api/structures/IOrder";
import { getOrder } from "../providers/getOrder";
import { postOrder } from "../providers/postOrder";

@Controller("/orders")
export class OrdersController {
  @TypedRoute.Get(":id")
  public async at(@TypedParam("id") id: string): Promise<IOrder> {
    return getOrder({ id });
  }

  @TypedRoute.Post()
  public async create(@TypedBody() body: IOrder.ICreate): Promise<IOrder> {
    return postOrder({ body });
  }
}
`;

const PROVIDER = (name: string): string =>
  `import { IOrder } from "../api/structures/IOrder";\nexport async function ${name}(props: unknown): Promise<IOrder> {\n  return null!;\n}\n`;

const FILES: Readonly<Record<string, string>> = {
  "src/api/structures/IOrder.ts": ORDER,
  "src/controllers/OrdersController.ts": CONTROLLER,
  "src/providers/getOrder.ts": PROVIDER("getOrder"),
  "src/providers/postOrder.ts": PROVIDER("postOrder"),
};

const GET = "GET /orders/{id}";
const POST = "POST /orders";

describe("what callers notice", () => {
  test.each<[string, string, string, string, object[]]>([
    ["nothing", "IOrder.ts", "  id: string;", "  id: string;", []],
    [
      "a property that is shown no more",
      "IOrder.ts",
      "  title: string;\n  note",
      "  note",
      [{ effect: "property removed", name: "IOrder.title", to: null, breaking: true, calls: [GET, POST] }],
    ],
    [
      "one more that is shown",
      "IOrder.ts",
      "  id: string;",
      "  id: string;\n  code: string;",
      [{ effect: "property added", name: "IOrder.code", to: "string", breaking: false, calls: [GET, POST] }],
    ],
    [
      "one more that has to be sent",
      "IOrder.ts",
      "ICreate = { title: string;",
      "ICreate = { title: string; code: string;",
      [
        {
          effect: "property added",
          name: "IOrder.ICreate.code",
          to: "string",
          breaking: true,
          calls: [POST],
        },
      ],
    ],
    [
      "one more that may be sent",
      "IOrder.ts",
      "ICreate = { title: string;",
      "ICreate = { title: string; code?: string;",
      [
        {
          effect: "property added",
          name: "IOrder.ICreate.code",
          to: "string",
          breaking: false,
          calls: [POST],
        },
      ],
    ],
    [
      "a value that may be missing in an answer",
      "IOrder.ts",
      "title: string;\n  note",
      "title: string | null;\n  note",
      [{ effect: "now nullable", name: "IOrder.title", to: null, breaking: true, calls: [GET, POST] }],
    ],
    [
      "a value that is never missing any more",
      "IOrder.ts",
      "total?: number",
      "total: number",
      [{ effect: "now required", name: "IOrder.total", to: null, breaking: false, calls: [GET, POST] }],
    ],
    [
      "a value that has to be sent",
      "IOrder.ts",
      "note?: string | null }",
      "note: (string) }",
      [
        { effect: "now required", name: "IOrder.ICreate.note", to: null, breaking: true, calls: [POST] },
        {
          effect: "no longer nullable",
          name: "IOrder.ICreate.note",
          to: null,
          breaking: true,
          calls: [POST],
        },
      ],
    ],
    [
      "another type",
      "IOrder.ts",
      "total?: number",
      "total?: string",
      [{ effect: "other type", name: "IOrder.total", to: "string", breaking: true, calls: [GET, POST] }],
    ],
    [
      "nothing of a DTO that no operation has",
      "IOrder.ts",
      "IUnused = { title: string }",
      "IUnused = {}",
      [],
    ],
    [
      "another path",
      "OrdersController.ts",
      `@TypedRoute.Get(":id")`,
      `@TypedRoute.Get(":id/whole")`,
      [
        {
          effect: "operation moved",
          name: GET,
          to: "GET /orders/{id}/whole",
          breaking: true,
          calls: [GET],
        },
      ],
    ],
    [
      "another answer",
      "OrdersController.ts",
      "ICreate): Promise<IOrder>",
      "ICreate): Promise<IOrder.IUnused>",
      [{ effect: "other response", name: POST, to: "IOrder.IUnused", breaking: true, calls: [POST] }],
    ],
  ])("%s", (_, file, from, to, expected) => {
    const edited = Object.fromEntries(
      Object.entries(FILES).map(([path, text]) => [
        path,
        path.endsWith(`/${file}`) ? text.replace(from, to) : text,
      ]),
    );
    expect(contractChanges(apiOf(FILES), apiOf(edited), NO_RENAMES)).toEqual(expected);
  });

  test("a new name is no removal", () => {
    const edited = { ...FILES, "src/api/structures/IOrder.ts": ORDER.replace("  title:", "  name:") };
    const renames = { ...NO_RENAMES, properties: [{ from: "IOrder.title", to: "name" }] };
    expect(contractChanges(apiOf(FILES), apiOf(edited), renames)).toMatchObject([
      { effect: "property renamed", name: "IOrder.title", to: "name", breaking: true },
    ]);
  });

  test("an operation that goes, and one that comes", () => {
    const without = {
      ...FILES,
      "src/controllers/OrdersController.ts": CONTROLLER.replace(
        /\n {2}@TypedRoute.Post[\s\S]*?\n {2}\}\n/,
        "",
      ),
    };
    expect(contractChanges(apiOf(FILES), apiOf(without), NO_RENAMES)).toEqual([
      { effect: "operation removed", name: POST, to: null, breaking: true, calls: [POST] },
    ]);
    expect(contractChanges(apiOf(without), apiOf(FILES), NO_RENAMES)).toEqual([
      { effect: "operation added", name: POST, to: null, breaking: false, calls: [POST] },
    ]);
  });
});

function apiOf(files: Readonly<Record<string, string>>) {
  return readSpec(makeBackend("tree", Object.entries(files))).api;
}
