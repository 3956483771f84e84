import type { TestedRun, TestRun } from "../../workspace/tests/test-run.js";
import { artefactOf } from "../artefact-of.js";
import type { Diagnostic } from "../diagnostic.js";
import type { Finding } from "../gate.js";
import { compareTests } from "./compare-tests.js";
import { sayEnd, saySummary } from "./say-run.js";
import { isNewFailure, type TestRow } from "./test-row.js";

const GATE = "run-time";

/** The base's tests against the head's. `standing` says whether a file is in the head. */
export function judgeTests(base: TestRun, head: TestRun, standing: (path: string) => boolean): Finding {
  if (base.kind === "not-run") return skipped(`${base.reason}. ${base.remedy}.`);
  if (head.kind === "not-run") return skipped(`${head.reason}. ${head.remedy}.`);
  if (base.tests.length === 0 && !isGoodEnd(base)) return skipped(baseDoesNotRun(base));
  const tests = compareTests(base.tests, head.tests);
  const diagnostics = [
    ...ofProgram(base, head, tests),
    ...tests.flatMap((row) => ofTest(row, head, standing)),
  ];
  return { summary: saySummary(tests, head), diagnostics, tests };
}

function skipped(why: string): Finding {
  return { summary: `Not run: ${why}`, diagnostics: [], skipped: true };
}

function baseDoesNotRun(base: TestedRun): string {
  const lines = base.output.trim().split("\n");
  const said = (lines.find((line) => /^\s*\w*Error\b/.test(line)) ?? lines.at(-1) ?? "").trim().slice(0, 300);
  return `the test program of the base ${sayEnd(base)} before a test of it had ended (${said}). Make it run there first.`;
}

function isGoodEnd({ ended, code }: TestedRun): boolean {
  return ended === "itself" && code === 0;
}

/** What the program as a whole says, where its tests do not explain it. */
function ofProgram(base: TestedRun, head: TestedRun, tests: readonly TestRow[]): readonly Diagnostic[] {
  if (isGoodEnd(head)) return [];
  const explained = head.ended === "itself" && tests.some(({ after }) => after === "failed");
  if (explained) return [];
  const status = base.ended === head.ended && base.code === head.code ? "base" : "new";
  const message = `The test program ${sayEnd(head)}. The end of its output:\n${head.output.slice(-2_000)}`;
  const code = head.ended === "itself" ? "program-failed" : `over-${head.ended}`;
  return [{ gate: GATE, code, message, path: null, line: null, artefact: null, status }];
}

function ofTest(row: TestRow, head: TestedRun, standing: (path: string) => boolean): readonly Diagnostic[] {
  const { name, path, before, after, message } = row;
  const at = { gate: GATE, path, line: null, artefact: artefactOf(path) } as const;
  if (isNewFailure(row)) {
    const code = before === "passed" ? "test-fails" : "new-test-fails";
    const since = before === "passed" ? "passed before and fails now" : "is new and fails";
    return [{ ...at, code, message: `${name} ${since}: ${message}`, status: "new" }];
  }
  if (after === "failed")
    return [{ ...at, code: "test-fails", message: `${name}: ${message}`, status: "base" }];
  if (before === "failed" && after === "passed")
    return [{ ...at, code: "test-fails", message: `${name} passes now`, status: "fixed" }];
  // A program that was ended has said so, for all the tests that it did not get to.
  const lost = after === "absent" && standing(path) && head.ended === "itself";
  return lost
    ? [{ ...at, code: "test-not-run", message: `${name} is there and was not run any more`, status: "new" }]
    : [];
}
