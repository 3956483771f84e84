import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { sqliteDriver } from "../../../src/workspace/tests/sqlite-driver.js";

const STATEMENTS = `module.exports = class {
  prepare(sql) {
    return { run: (...values) => [sql, ...values], get() {}, iterate() {}, all: (...values) => values };
  }
};
`;

interface Statement {
  readonly bind: (...values: unknown[]) => Statement;
  readonly run: (...values: unknown[]) => unknown;
  readonly all: (...values: unknown[]) => unknown;
}

test("statements keep the parameters that they are given first", () => {
  const folder = mkdtempSync(join(tmpdir(), "autobe-bot-test-"));
  try {
    writeFileSync(join(folder, "other.cjs"), STATEMENTS);
    writeFileSync(join(folder, "driver.cjs"), sqliteDriver(join(folder, "other.cjs")));
    const Driver = createRequire(import.meta.url)(join(folder, "driver.cjs")) as new () => {
      prepare(sql: string): Statement;
    };
    const statement = new Driver().prepare("SELECT ?");
    expect(statement.bind([1]).run()).toEqual(["SELECT ?", [1]]);
    expect(statement.all(2)).toEqual([2]);
    expect(new Driver().prepare("x").all()).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
