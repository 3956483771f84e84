import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { Backend } from "../../src/source/backend.js";
import { SILENT } from "../../src/util/progress.js";
import type { ResidentTree, Toolchain } from "../../src/workspace/workspace.js";
import { testWorkspace } from "../support/fixture-backend.js";
import { smallBackend } from "../support/small-backend.js";

// Programs are compiled here, on a machine that may be busy.
jest.setTimeout(600_000);

const SCHEMA = "model notes {\n  id String @id\n  title String\n}\n";
const BASE = {
  "prisma/schema/models.prisma": SCHEMA,
  "src/text.ts": "export const text = (value: string): string => value;\n",
  "src/number.ts": 'import { text } from "./text";\nexport const number: number = text("1");\n',
};

/** What becomes of the base, and the errors of it afterwards; every state is reached from the one before. */
const STATES: readonly (readonly [string, Readonly<Record<string, string | null>>, readonly string[]])[] = [
  ["the base", {}, ["TS2322 src/number.ts:2"]],
  ["another return type", { "src/text.ts": "export const text = (value: string): number => +value;\n" }, []],
  ["a file less", { "src/text.ts": null }, ["TS2307 src/number.ts:1"]],
  [
    "the file elsewhere",
    { "src/text.ts": null, "src/text/index.ts": "export const text = (value: string) => value;\n" },
    ["TS2322 src/number.ts:2"],
  ],
  [
    "a file of the tests more",
    { "test/a.ts": "export const a: string = 1;\n" },
    ["TS2322 src/number.ts:2", "TS2322 test/a.ts:1"],
  ],
  [
    "a column less",
    { "prisma/schema/models.prisma": SCHEMA.replace("  title String\n", "") },
    ["TS2322 src/number.ts:2", "TS2353 src/notes.ts:3"],
  ],
  [
    "looser options",
    {
      "tsconfig.json":
        '{ "compilerOptions": { "module": "commonjs", "strict": false, "skipLibCheck": true }, "files": ["src/number.ts"] }',
      "test/tsconfig.json": '{ "extends": "../tsconfig.json" }',
    },
    ["TS2322 src/number.ts:2"],
  ],
  ["the base again", {}, ["TS2322 src/number.ts:2"]],
];

describe.each([
  ["bbs", "6.0.3", "@prisma/sdk"],
  ["todo", "5.9.3", "@prisma/client"],
] as const)("%s with typescript %s", (fixture, compiler, client) => {
  const workspace = testWorkspace();
  const notes = `import { type PrismaClient } from "${client}";
declare const prisma: PrismaClient;
export const notes = () => prisma.notes.findMany({ select: { title: true } });
`;
  const stateOf = (changes: Readonly<Record<string, string | null>>): Backend => {
    const files = Object.entries({ ...BASE, "src/notes.ts": notes, ...changes });
    return smallBackend(
      fixture,
      Object.fromEntries(files.filter((each): each is [string, string] => each[1] !== null)),
    );
  };
  let toolchain: Toolchain;
  let resident: ResidentTree;
  beforeAll(async () => {
    const dependencies = await workspace.resolve(stateOf({}), SILENT);
    toolchain = { dependencies, compiler };
    resident = workspace.reside(toolchain, SILENT);
  });
  afterAll(() => resident.close());

  test.each(STATES)("%s", async (_, changes, errors) => {
    expect(await printed(resident.check(stateOf(changes), null))).toEqual(errors);
  });

  test("a scope names the files that are looked at", async () => {
    expect(await printed(resident.check(stateOf({}), ["src/text.ts", "src/gone.ts"]))).toEqual([]);
    expect(await printed(resident.check(stateOf({}), ["src/number.ts"]))).toEqual(["TS2322 src/number.ts:2"]);
  });

  test("a scope from the beginning reads what its files need and finds the same", async () => {
    const request = { ...toolchain, backend: stateOf({ "src/else.ts": "export const e: string = 1;\n" }) };
    const scoped = workspace.open({ ...request, scope: ["src/number.ts"] }, SILENT);
    try {
      expect(await printed(scoped.check())).toEqual(["TS2322 src/number.ts:2"]);
    } finally {
      await scoped.close();
    }
  });

  test("a schema that Prisma refuses leaves the tree as it was", async () => {
    const broken = stateOf({ "prisma/schema/models.prisma": `${SCHEMA}model x {\n}\n` });
    await expect(resident.check(broken, null)).rejects.toThrow("the client cannot be generated");
    expect(await printed(resident.check(stateOf({}), null))).toEqual(["TS2322 src/number.ts:2"]);
  });
});

async function printed(
  report: Promise<{
    readonly problems: readonly { code: string; path: string | null; line: number | null }[];
  }>,
): Promise<readonly string[]> {
  return (await report).problems.map(({ code, path, line }) => `${code} ${path}:${line}`).sort();
}
