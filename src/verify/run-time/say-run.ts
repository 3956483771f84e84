import type { TestedRun } from "../../workspace/tests/test-run.js";
import type { TestRow } from "./test-row.js";

/** How a test program ended: "ended with code 1", "was ended after 600 s". */
export function sayEnd({ ended, code, duration }: TestedRun): string {
  switch (ended) {
    case "itself":
      return `ended with code ${code ?? "of a signal"}`;
    case "time":
      return `did not end and was stopped after ${Math.round(duration / 1000)} s`;
    case "memory":
      return "took more memory than it may have and was stopped";
    case "processes":
      return "started more processes than it may have and was stopped";
    case "output":
      return "wrote more output than it may and was stopped";
  }
}

const ISOLATION: Readonly<Record<TestedRun["isolation"], string>> = {
  bubblewrap: "isolated by bubblewrap",
  namespaces: "isolated by namespaces of the kernel",
  none: "not isolated from the network and the files of this machine",
};

/** "45 of 46 tests passed (before: 46 of 46), 1 of them new; isolated by bubblewrap." */
export function saySummary(tests: readonly TestRow[], head: TestedRun): string {
  const where = ISOLATION[head.isolation];
  const count = (pick: (row: TestRow) => boolean): number => tests.filter(pick).length;
  const before = count((row) => row.before !== "absent");
  const now = count((row) => row.after !== "absent");
  if (before + now === 0) return `The test program ${sayEnd(head)} and told of no test; ${where}.`;
  const passed = count((row) => row.after === "passed");
  const passedBefore = count((row) => row.before === "passed");
  const added = count((row) => row.before === "absent");
  const gone = count((row) => row.after === "absent");
  const more = [added > 0 ? `, ${added} new` : "", gone > 0 ? `, ${gone} not run any more` : ""].join("");
  return `${passed} of ${now} tests passed (before: ${passedBefore} of ${before})${more}; ${where}.`;
}
