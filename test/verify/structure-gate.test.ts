import { expect, test } from "@jest/globals";
import { makeBackend } from "../../src/source/make-backend.js";
import { structureGate } from "../../src/verify/structure/structure-gate.js";
import { trees } from "../support/trees.js";

const FILES: Readonly<Record<string, string>> = {
  "tsconfig.json":
    '{ "compilerOptions": { "paths": { "@api/lib/*": ["./src/api/*"], "@prisma/sdk": ["./src/prisma/client"] } } }',
  "prisma/schema/main.prisma":
    'generator client {\n  provider = "prisma-client"\n  output = "../../src/prisma"\n}\nmodel a {\n  id String @id\n  bs b[]\n}\nmodel b {\n  id String @id\n  a_id String\n  a a @relation(fields: [a_id], references: [id])\n}\n',
  "src/a.ts":
    'import { b, type C } from "./b";\nimport { Prisma } from "@prisma/sdk";\nimport { v4 } from "uuid";\nexport const a = b;\n',
  "src/b.ts": 'export { b } from "./deep";\nexport * from "./types";\n',
  "src/deep/index.ts": "export const b = 1;\n",
  "src/types.ts": "export interface C {}\n",
  "src/api/x.ts": 'import type { C } from "../types";\nexport type X = C;\n',
  "test/t.ts":
    'import { X } from "@api/lib/x";\nimport "./gone-before";\nconst y: import("../src/types").C = {};\n',
};
const tree = (changes: Readonly<Record<string, string | null>> = {}) => {
  const files = Object.entries({ ...FILES, ...changes });
  return makeBackend(
    "tree",
    files.filter((file): file is [string, string] => file[1] !== null),
  );
};
const found = async (changes: Readonly<Record<string, string | null>>) => {
  const { diagnostics } = await structureGate(trees(tree(), tree(changes)));
  return diagnostics
    .filter(({ status }) => status === "new")
    .map(({ code, path, line, message }) => `${code} ${path}:${line} ${message}`);
};

test("what the base lacks already is carried, and a generated client is not missing", async () => {
  const { diagnostics } = await structureGate(trees(tree(), tree()));
  expect(diagnostics).toEqual([
    expect.objectContaining({ code: "unresolved-import", path: "test/t.ts", line: 2, status: "base" }),
  ]);
});

test("a deleted file leaves dangling imports, by relative path, by alias and in a type", async () => {
  expect(await found({ "src/types.ts": null, "src/api/x.ts": null })).toEqual([
    'unresolved-import src/b.ts:2 "./types" does not exist in the tree',
    'unresolved-import test/t.ts:1 "@api/lib/x" does not exist in the tree',
    'unresolved-import test/t.ts:3 "../src/types" does not exist in the tree',
  ]);
});

test("a name that its file no longer exports, also through what it passes on", async () => {
  expect(
    await found({ "src/deep/index.ts": "const b = 1;\n", "src/types.ts": "export interface D {}\n" }),
  ).toEqual(
    [
      'missing-export src/api/x.ts:1 "C" is not exported by src/types.ts',
      'missing-export src/a.ts:1 "C" is not exported by src/b.ts',
      'missing-export src/b.ts:1 "b" is not exported by src/deep/index.ts',
    ].sort(),
  );
});

test("only a circle that is new counts", async () => {
  const circle = { "src/types.ts": 'import type { X } from "./api/x";\nexport interface C { x: X }\n' };
  expect(await found(circle)).toEqual([
    "import-cycle src/api/x.ts:null These files import each other in a circle: src/api/x.ts, src/types.ts",
  ]);
  const before = tree(circle);
  const smaller = await structureGate(trees(before, tree({ ...circle, "src/a.ts": null })));
  expect(smaller.diagnostics.filter(({ code }) => code === "import-cycle")).toEqual([]);
});

test("a relation without its other end", async () => {
  const path = "prisma/schema/main.prisma";
  expect(await found({ [path]: FILES[path]?.replace("  bs b[]\n", "") ?? "" })).toEqual([
    `dangling-relation ${path}:11 "b.a" points at "a", which has no field for it`,
  ]);
});
