import type { TestResult } from "../../workspace/tests/test-run.js";
import type { TestRow, TestVerdict } from "./test-row.js";

/** One row per test, in the order in which the head ran them; tests of the base alone come last. */
export function compareTests(base: readonly TestResult[], head: readonly TestResult[]): readonly TestRow[] {
  const before = new Map(base.map((test) => [test.name, test]));
  const after = new Map(head.map((test) => [test.name, test]));
  const rows = [...after.values()].map((test) =>
    rowOf(test, verdictOf(before.get(test.name)), verdictOf(test)),
  );
  const gone = [...before.values()].filter(({ name }) => !after.has(name));
  return [...rows, ...gone.map((test) => ({ ...rowOf(test, verdictOf(test), "absent"), message: "" }))];
}

function rowOf(
  { name, path, message, duration }: TestResult,
  before: TestVerdict,
  after: TestVerdict,
): TestRow {
  return { name, path, before, after, message, duration };
}

function verdictOf(test: TestResult | undefined): TestVerdict {
  if (test === undefined) return "absent";
  return test.passed ? "passed" : "failed";
}
