import { expect, test } from "@jest/globals";

import { makeBackend } from "../../../src/source/make-backend.js";
import { readDatabase } from "../../../src/spec/database/read-database.js";
import { readInterface } from "../../../src/spec/interface/read-interface.js";
import { countTypeScript, printBackend } from "./generate-backend.js";
import { familiesForEndpoints, familiesForFiles } from "./size.js";

test("a backend of a given size has exactly that many TypeScript files", () => {
  for (const size of [300, 777, 1000])
    expect(countTypeScript(familiesForFiles(size, countTypeScript))).toBe(size);
});

test("a backend of fifty endpoints is read as fifty operations, and is the same every time", () => {
  const files = printBackend(familiesForEndpoints(50));
  const backend = makeBackend("generated", files);
  const database = readDatabase(backend);
  const { operations } = readInterface(backend, database);
  expect(operations.size).toBe(50);
  expect(database.models.size).toBe(3 * 4 + 5);
  const again = printBackend(familiesForEndpoints(50));
  expect([...again]).toEqual([...files]);
});

test("a size that can not be reached is refused", () => {
  expect(() => familiesForEndpoints(12)).toThrow("12 endpoints");
  expect(() => familiesForFiles(9000, countTypeScript)).toThrow("9000 files");
});
