import { expect, test } from "@jest/globals";
import { applyEdits } from "../../src/source/apply-edits.js";
import { blobSha } from "../../src/source/blob-sha.js";
import { makeBackend } from "../../src/source/make-backend.js";

test("a blob's name is the one git gives", () => {
  expect(blobSha("")).toBe("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
  expect(blobSha("hello\n")).toBe("ce013625030ba8dba906f756967f9e9ca394464a");
});

test("files come in path order", () => {
  const backend = makeBackend("base", [
    ["b.ts", ""],
    ["a/z.ts", ""],
    ["B.ts", ""],
  ]);
  expect([...backend.files.keys()]).toEqual(["B.ts", "a/z.ts", "b.ts"]);
});

test("two ways to the same files give the same commit", () => {
  const base = makeBackend("base", [["a.ts", "1"]]);
  const create = { path: "b.ts", before: null, after: "2" };
  const change = { path: "a.ts", before: "1", after: "3" };
  const together = applyEdits(base, [change, create]);
  const apart = applyEdits(applyEdits(base, [create]), [change]);
  expect(apart).toEqual(together);
  expect(together.files.get("a.ts")?.sha).toBe(blobSha("3"));
  expect([...applyEdits(base, [{ path: "a.ts", before: "1", after: null }]).files]).toEqual([]);
});

test("an edit made for another text is refused", () => {
  const base = makeBackend("base", [["a.ts", "1"]]);
  expect(() => applyEdits(base, [{ path: "a.ts", before: "0", after: "2" }])).toThrow("a.ts");
});
