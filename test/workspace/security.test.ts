import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, jest, test } from "@jest/globals";
import { makeBackend } from "../../src/source/make-backend.js";
import { SILENT } from "../../src/util/progress.js";
import { localWorkspace } from "../../src/workspace/local-workspace.js";
import { clientSchema } from "../../src/workspace/prisma/client-schema.js";
import { testWorkspace } from "../support/fixture-backend.js";
import { smallBackend } from "../support/small-backend.js";

jest.setTimeout(600_000);

const temporary = (): string => mkdtempSync(join(tmpdir(), "autobe-bot-test-"));
const resolve = (manifest: object, more: readonly (readonly [string, string])[] = []) =>
  localWorkspace({ cache: temporary() }).resolve(
    makeBackend("x", [["package.json", JSON.stringify(manifest)], ...more]),
    SILENT,
  );

describe("only plain packages of the registry are installed", () => {
  test.each([
    ["an alias", { dependencies: { typescript: "npm:evil@1.0.0" } }, "typescript"],
    ["a git dependency", { devDependencies: { typia: "git+https://example.com/typia.git" } }, "typia"],
    ["a GitHub short form", { dependencies: { prisma: "someone/prisma#main" } }, "prisma"],
    ["a folder", { dependencies: { typia: "file:./typia" } }, "typia"],
    ["an address", { optionalDependencies: { uuid: "https://example.com/uuid.tgz" } }, "uuid"],
    ["an override", { overrides: { a: { typescript: "npm:evil@1.0.0" } } }, "typescript"],
    ["a name that leaves its folder", { dependencies: { "../evil": "1.0.0" } }, "../evil"],
  ])("%s is refused by name", async (_, manifest, name) => {
    await expect(resolve(manifest)).rejects.toMatchObject({
      thing: name,
      message: expect.stringContaining("dependencies cannot be installed"),
      remedy: expect.stringContaining("package.json"),
    });
  });

  test.each([
    ["another host", { version: "5.9.3", resolved: "https://evil.example.com/typescript.tgz" }],
    ["git", { version: "5.9.3", resolved: "git+ssh://git@github.com/evil/typescript.git#0" }],
    ["a link", { link: true, resolved: "packages/typescript" }],
    ["another package", { name: "evil", version: "5.9.3" }],
  ])("a lock file that points at %s is refused", async (_, entry) => {
    const manifest = { dependencies: { typescript: "5.9.3" } };
    const lock = { lockfileVersion: 3, packages: { "": manifest, "node_modules/typescript": entry } };
    await expect(resolve(manifest, [["package-lock.json", JSON.stringify(lock)]])).rejects.toMatchObject({
      thing: "typescript",
      message: expect.stringContaining("dependencies cannot be installed"),
    });
  });

  test("scripts, and everything else of the manifest, stay behind; so does the repository's .npmrc", async () => {
    const manifest = { dependencies: { uuid: "11.1.0" }, scripts: { preinstall: "touch stolen" } };
    const lock = {
      lockfileVersion: 3,
      packages: {
        "": { dependencies: manifest.dependencies },
        "node_modules/uuid": {
          version: "11.1.0",
          resolved: "https://registry.npmjs.org/uuid/-/uuid-11.1.0.tgz",
        },
      },
    };
    const set = await resolve(manifest, [
      ["package-lock.json", JSON.stringify(lock)],
      [".npmrc", "registry=https://evil.example.com\nscript-shell=./steal.sh\n"],
    ]);
    expect(set.manifest).not.toContain("preinstall");
    expect(`${set.manifest}${set.lock}`).not.toMatch(/evil|https:/);
    expect(set.versions.get("uuid")).toBe("11.1.0");
  });
});

test("a generator that is a program is left out of the schema, and so is what could name one", () => {
  const backend = makeBackend("x", [
    [
      "prisma/schema/main.prisma",
      'generator evil {\n  provider = "./steal.sh"\n}\ngenerator client {\n  provider = "prisma-client-js"\n  output = "/etc/client"\n  engineType = env("EVIL")\n  binaryTargets = ["native"]\n}\ndatasource db {\n  provider = "sqlite"\n  url = env("DATABASE_URL")\n}\n',
    ],
  ]);
  const { generators, files } = clientSchema(backend, 6);
  expect(generators).toEqual([{ provider: "prisma-client-js", output: null, settings: [] }]);
  expect(files).toEqual([
    ["main.prisma", expect.not.stringMatching(/steal|generator|env\(/) as unknown as string],
  ]);
});

test("nothing of a backend runs while it is generated, compiled and transformed", async () => {
  const stolen = join(temporary(), "stolen");
  const script = `require("node:fs").writeFileSync(${JSON.stringify(stolen)}, "");\n`;
  const backend = smallBackend("todo", {
    "prisma.config.ts": script,
    "nestia.config.ts": script,
    "steal.js": script,
    ".npmrc": "registry=https://evil.example.com\nnode-options=--require ./steal.js\n",
    "prisma/schema/evil.prisma":
      'generator evil {\n  provider = "node ./steal.js"\n}\nmodel a {\n  id String @id\n}\n',
    "tsconfig.json": JSON.stringify({
      compilerOptions: {
        strict: true,
        module: "commonjs",
        target: "ES2022",
        skipLibCheck: true,
        plugins: [{ transform: "./steal.js" }, { name: "../steal.js" }, { transform: "typia/lib/transform" }],
      },
      include: ["src"],
    }),
    "test/tsconfig.json": '{ "extends": "../tsconfig.json", "include": ["../src"] }',
    "src/a.ts":
      'import { PrismaClient } from "@prisma/client";\nexport const a = (p: PrismaClient) => p.a.findMany();\n',
  });
  const workspace = testWorkspace();
  const dependencies = await workspace.resolve(backend, SILENT);
  const tree = workspace.open({ backend, dependencies, compiler: "5.9.3" }, SILENT);
  try {
    expect((await tree.check()).problems).toEqual([]);
    expect(await tree.transform()).toEqual({ problems: [], transforms: ["typia/lib/transform"] });
  } finally {
    await tree.close();
  }
  expect(existsSync(stolen)).toBe(false);
});

test("the compiler reads nothing outside of the tree and its installations", async () => {
  const folder = temporary();
  writeFileSync(join(folder, "secret.json"), '{ "token": "t" }');
  writeFileSync(join(folder, "secret.ts"), "export const token: 1 = 2;\n");
  const backend = smallBackend("todo", {
    "tsconfig.json": JSON.stringify({
      compilerOptions: { strict: true, module: "commonjs", resolveJsonModule: true, skipLibCheck: true },
      include: ["src", `${folder}/*.ts`],
    }),
    "test/tsconfig.json": '{ "extends": "../tsconfig.json", "include": ["../src"] }',
    "prisma/schema/a.prisma": "model a {\n  id String @id\n}\n",
    "src/a.ts": `import secret from "${folder}/secret.json";\nexport const x: 1 = secret;\n`,
  });
  const workspace = testWorkspace();
  const dependencies = await workspace.resolve(backend, SILENT);
  const tree = workspace.open({ backend, dependencies, compiler: "5.9.3" }, SILENT);
  try {
    const { problems, files } = await tree.check();
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(["TS2307 src/a.ts"]);
    expect(files).toBe(1);
  } finally {
    await tree.close();
  }
});
