import { existsSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { makeOnce } from "../../src/workspace/cache/make-once.js";

const folder = (): string => join(mkdtempSync(join(tmpdir(), "autobe-bot-test-")), "cache", "thing");

test("two that want the same make it once", async () => {
  const target = folder();
  let times = 0;
  const make = async (temporary: string): Promise<void> => {
    times++;
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeFileSync(join(temporary, "a"), "1");
  };
  const made = await Promise.all([makeOnce(target, make), makeOnce(target, make)]);
  expect(times).toBe(1);
  expect(made.sort()).toEqual([false, true]);
  expect(readFileSync(join(target, "a"), "utf8")).toBe("1");
});

test("what fails half-way leaves nothing behind", async () => {
  const target = folder();
  const failing = async (temporary: string): Promise<void> => {
    writeFileSync(join(temporary, "a"), "1");
    throw new Error("no");
  };
  await expect(makeOnce(target, failing)).rejects.toThrow("no");
  expect(existsSync(target)).toBe(false);
  expect(readdirSync(join(target, ".."))).toEqual([]);
});

test("the lock of a process that is gone does not last", async () => {
  const target = folder();
  await makeOnce(`${target}-other`, async () => {});
  writeFileSync(`${target}.lock`, "1\n");
  const long = new Date(Date.now() - 3_600_000);
  utimesSync(`${target}.lock`, long, long);
  expect(await makeOnce(target, async () => {})).toBe(true);
});
