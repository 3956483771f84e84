import { describe, expect, test } from "@jest/globals";
import { judgeTests } from "../../../src/verify/run-time/judge-tests.js";
import { notRun, type TestedRun, type TestResult } from "../../../src/workspace/tests/test-run.js";

const result = (name: string, message = ""): TestResult => ({
  ...{ name, path: `test/features/api/${name}.ts`, passed: message === "", message, duration: 10 },
});
const ran = (tests: readonly TestResult[], more: Partial<TestedRun> = {}): TestedRun => ({
  ...{ kind: "ran", tests, ended: "itself", output: "the end", isolation: "bubblewrap", duration: 1_000 },
  code: tests.every(({ passed }) => passed) ? 0 : 1,
  ...more,
});
const everything = (): boolean => true;
const codes = (finding: ReturnType<typeof judgeTests>): readonly string[] =>
  finding.diagnostics.map(({ code, status }) => `${code} ${status}`);

describe("the tests of two trees", () => {
  test("one that passed before and fails now is new, with what it threw", () => {
    const found = judgeTests(
      ran([result("test_a"), result("test_b")]),
      ran([result("test_a"), result("test_b", "Error: 404")]),
      everything,
    );
    expect(found.summary).toBe("1 of 2 tests passed (before: 2 of 2); isolated by bubblewrap.");
    expect(found.diagnostics).toMatchObject([
      {
        ...{ gate: "run-time", code: "test-fails", status: "new", artefact: "test_b" },
        path: "test/features/api/test_b.ts",
        message: "test_b passed before and fails now: Error: 404",
      },
    ]);
  });

  test("one that failed before is carried and named, or gone", () => {
    const base = ran([result("test_a", "Error: a"), result("test_b", "Error: b")]);
    const head = ran([result("test_a", "Error: a"), result("test_b")]);
    expect(codes(judgeTests(base, head, everything))).toEqual(["test-fails base", "test-fails fixed"]);
  });

  test("new tests must pass, removed ones are counted", () => {
    const base = ran([result("test_a"), result("test_gone")]);
    const head = ran([result("test_a"), result("test_new", "Error: new"), result("test_also_new")]);
    const found = judgeTests(base, head, (path) => !path.includes("gone"));
    expect(found.summary).toContain("2 of 3 tests passed (before: 2 of 2), 2 new, 1 not run any more");
    expect(codes(found)).toEqual(["new-test-fails new"]);
    expect(found.tests?.map(({ name, before, after }) => `${name} ${before} ${after}`)).toEqual([
      "test_a passed passed",
      "test_new absent failed",
      "test_also_new absent passed",
      "test_gone passed absent",
    ]);
  });

  test("one that is there and was not run is no silence", () => {
    const found = judgeTests(ran([result("test_a"), result("test_b")]), ran([result("test_a")]), everything);
    expect(codes(found)).toEqual(["test-not-run new"]);
  });

  test.each([
    ["time", "over-time new"],
    ["memory", "over-memory new"],
    ["output", "over-output new"],
    ["processes", "over-processes new"],
  ] as const)("a program that is over its %s says so once, with the end of its output", (ended, code) => {
    const base = ran([result("test_a"), result("test_b")]);
    const found = judgeTests(base, ran([result("test_a")], { ended, code: null }), everything);
    expect(codes(found)).toEqual([code]);
    expect(found.diagnostics[0]?.message).toContain("the end");
  });

  test("a program without tests of its own is judged by how it ends", () => {
    expect(codes(judgeTests(ran([]), ran([], { code: 1 }), everything))).toEqual(["program-failed new"]);
    expect(codes(judgeTests(ran([]), ran([]), everything))).toEqual([]);
  });

  test("what cannot be run is skipped with the reason, and never passed", () => {
    const unfit = notRun("there is no test program", "Name one in package.json");
    for (const found of [
      judgeTests(unfit, unfit, everything),
      judgeTests(ran([result("test_a")]), unfit, everything),
    ])
      expect(found).toMatchObject({
        skipped: true,
        summary: "Not run: there is no test program. Name one in package.json.",
      });
    const base = judgeTests(ran([], { code: 1, output: "no database" }), ran([]), everything);
    expect(base).toMatchObject({ skipped: true, summary: expect.stringContaining("no database") });
  });

  test("a run without isolation is called that", () => {
    const run = ran([result("test_a")], { isolation: "none" });
    expect(judgeTests(run, run, everything).summary).toContain("not isolated from the network");
  });
});
