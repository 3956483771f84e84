import { expect, test } from "@jest/globals";
import { makeBackend } from "../../src/source/make-backend.js";
import { difference } from "../../src/verify/difference.js";
import type { Problem } from "../../src/workspace/problem.js";

const text = "one\ntwo(x);\nthree\n";
const base = makeBackend("base", [["a.ts", text]]);
const head = makeBackend("head", [["a.ts", `zero\n${text}`]]);
const problem = (line: number, message = "no", code = "TS1"): Problem => ({
  code,
  message,
  path: "a.ts",
  line,
});
const statuses = (before: readonly Problem[], after: readonly Problem[]) =>
  difference({ gate: "types", base, head }, before, after).map(({ status, line }) => `${status}:${line}`);

test("equal problems are carried, wherever they stand", () => {
  expect(statuses([problem(2)], [problem(3)])).toEqual(["base:3"]);
});

test("one more of the same is new, and the other one is the carried one", () => {
  expect(statuses([problem(2)], [problem(3), problem(2)])).toEqual(["new:3", "base:2"]);
});

test("what went away is said", () => {
  expect(statuses([problem(2), problem(1, "gone")], [problem(2)])).toEqual(["base:2", "fixed:1"]);
});

test("a carried problem may print a smaller type now", () => {
  const before = problem(2, "Type '{ a: string; b: string; }' is not assignable to type 'X'.");
  const after = problem(3, "Type '{ a: string; }' is not assignable to type 'X'.");
  expect(statuses([before], [after])).toEqual(["base:3"]);
});

test("another property on the same line is another problem", () => {
  const before = problem(2, "Property 'a' does not exist on type '{ x: string; }'.");
  const after = problem(3, "Property 'b' does not exist on type '{ x: string; }'.");
  expect(statuses([before], [after])).toEqual(["new:3", "fixed:2"]);
});

test("a carried problem about a name may print another type of what lacks it", () => {
  const before = problem(2, "Property 'a' does not exist on type '{ x: string; y: string; }'.");
  const after = problem(3, "Property 'a' does not exist on type '{ y: string; }'.");
  expect(statuses([before], [after])).toEqual(["base:3"]);
});
