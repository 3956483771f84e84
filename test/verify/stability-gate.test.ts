import { expect, test } from "@jest/globals";
import { makeBackend } from "../../src/source/make-backend.js";
import { stabilityGate } from "../../src/verify/stability/stability-gate.js";
import { trees } from "../support/trees.js";

const FILES = {
  "src/providers/getA.ts": "export const a = 1;\n",
  "src/providers/getB.ts": "export const b = 1;\n",
  "prisma/schema/main.prisma": 'datasource db {\n  provider = "sqlite"\n}\nmodel a {\n  id String @id\n}\n',
  "package.json": "{}\n",
  ".github/workflows/ci.yml": "on: push\n",
  "docs/ERD.md": "# a\n",
  "README.md": "# a\n",
};
const tree = (changes: Readonly<Record<string, string>> = {}) =>
  makeBackend("tree", Object.entries({ ...FILES, ...changes }));

const codes = async (changes: Readonly<Record<string, string>>, touched?: readonly string[]) => {
  const more = touched === undefined ? {} : { touched: new Set(touched) };
  const finding = await stabilityGate(trees(tree(), tree(changes), more));
  return finding.diagnostics.map(({ code, path }) => `${code} ${path}`);
};

test("planned changes inside of the layout pass", async () => {
  expect(
    await codes({ "src/providers/getA.ts": "x", "docs/ERD.md": "y", "test/features/new.ts": "" }),
  ).toEqual([]);
});

test("a change that no step names is found", async () => {
  expect(await codes({ "src/providers/getB.ts": "x" }, ["src/providers/getA.ts"])).toEqual([
    "outside-plan src/providers/getB.ts",
  ]);
});

test.each([
  "package.json",
  ".github/workflows/ci.yml",
  "README.md",
  "test/tsconfig.json",
  "src/.env",
  "src/../x.ts",
  "nestia.config.ts",
  "packages/api/package.json",
])("%s is protected even if planned", async (path) => {
  expect(await codes({ [path]: "changed" })).toEqual([`protected ${path}`]);
});

test("models of a file may change, its datasource may not", async () => {
  const path = "prisma/schema/main.prisma";
  expect(await codes({ [path]: FILES[path].replace("model a", "model b") })).toEqual([]);
  expect(await codes({ [path]: FILES[path].replace("sqlite", "mysql") })).toEqual([
    `protected-block ${path}`,
  ]);
});
