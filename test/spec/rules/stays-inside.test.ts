import { describe, expect, it } from "@jest/globals";
import { staysInside } from "../../../src/spec/rules/stays-inside.js";

const name = (of: string) => ({ kind: "name", name: of });
const property = (object: object, of: string) => ({ kind: "property", object, name: of, optional: false });
const call = (callee: object) => ({ kind: "call", callee, args: [] });
const raw = (code: string) => ({ kind: "raw", code });
const element = (object: object, index: object) => ({ kind: "element", object, index, optional: false });

describe("code whose author nobody knows", () => {
  it.each<[string, object, string]>([
    ["asks the network", call(name("fetch")), "$[0].callee.name"],
    ["reads the environment", property(name("process"), "pid"), "$[0].object.name"],
    ["reads the backend's secrets", property(name("MyGlobal"), "env"), "$[0].name"],
    ["makes code of text", call(property(name("props"), "constructor")), "$[0].callee.name"],
    ["does so by a text", element(name("props"), { kind: "string", value: "constructor" }), "$[0].index"],
    [
      "does so by a text that is put together",
      element(name("props"), {
        kind: "binary",
        operator: "+",
        left: { kind: "string", value: "en" },
        right: { kind: "string", value: "v" },
      }),
      "$[0].index",
    ],
    [
      "takes a property from outside",
      { kind: "scalar", member: "title", from: "process.env.KEY" },
      "$[0].from",
    ],
    ["imports in raw code", raw('await import("node:fs")'), "$[0].code"],
    ["requires in raw code", raw('const x = require("fs");'), "$[0].code"],
    ["evaluates in raw code", raw('eval("1")'), "$[0].code"],
    ["leaves by a prototype in raw code", raw('[].constructor.constructor("return 1")()'), "$[0].code"],
    ["spells it in raw code", raw('globalThis["fet" + "ch"]'), "$[0].code"],
    ["writes SQL in raw code", raw("MyGlobal.prisma.$queryRawUnsafe(props.body.sql)"), "$[0].code"],
    ["reads secrets in raw code", raw("MyGlobal.env.JWT_SECRET_KEY"), "$[0].code"],
  ])("that %s is told at its place", (_what, node, path) => {
    expect(staysInside([node]).map((each) => each.path)).toContain(path);
  });

  it("may do what operations do", () => {
    const body = [
      call(property(property(name("MyGlobal"), "prisma"), "bbs_articles")),
      element(name("rows"), { kind: "number", value: 0 }),
      element(name("rows"), name("index")),
      { kind: "scalar", member: "title", from: "props.body.title" },
      raw("const day = new Date(Date.now() - 86_400_000);"),
      { kind: "unpack", from: "object", names: [] },
    ];
    expect(staysInside(body)).toEqual([]);
  });
});
