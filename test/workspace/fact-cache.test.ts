import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { buildGraph } from "../../src/graph/build-graph.js";
import { openFactCache } from "../../src/workspace/fact-cache.js";
import { testBackend } from "../graph/test-backend.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Keys that a graph had to read for want of kept facts. */
function read(limit?: number): readonly string[] {
  const cache = openFactCache(folder, limit);
  const fresh: string[] = [];
  buildGraph(testBackend(), {
    get: cache.get,
    set: (key, facts) => {
      fresh.push(key);
      cache.set(key, facts);
    },
  });
  cache.flush();
  return fresh;
}

test("facts are kept from one opening to the next", () => {
  expect(read().length).toBeGreaterThan(15);
  expect(read()).toEqual([]);
  expect(readdirSync(folder)).toEqual(["facts.tsv"]);
});

test("a cut or foreign line costs one reading and nothing else", () => {
  const [first = ""] = read();
  const path = join(folder, "facts.tsv");
  const text = readFileSync(path, "utf8").replace(new RegExp(`^${first}\t.*$`, "m"), `${first}\t1,2`);
  writeFileSync(path, text);
  appendFileSync(path, "half a line");
  expect(read()).toEqual([first]);
});

test("beyond its limit it starts anew with what was just used", () => {
  const all = read();
  rmSync(join(folder, "facts.tsv"));
  read(3000);
  expect(readFileSync(join(folder, "facts.tsv")).length).toBeLessThanOrEqual(3000);
  const again = read();
  expect(again.length).toBeGreaterThan(0);
  expect(again.length).toBeLessThan(all.length);
});

test("a table that is no table is none", () => {
  const all = read();
  writeFileSync(join(folder, "facts.tsv"), `{}\n${all[0]}\t0,0\n`);
  expect(read()).toEqual(all);
});

test("where nothing can be written the graph is built all the same", () => {
  writeFileSync(join(folder, "file"), "");
  const cache = openFactCache(join(folder, "file"));
  expect(buildGraph(testBackend(), cache).files.size).toBeGreaterThan(15);
  expect(() => cache.flush()).not.toThrow();
});
