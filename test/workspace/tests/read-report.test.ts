import { expect, test } from "@jest/globals";
import { readReport } from "../../../src/workspace/tests/read-report.js";

const SOURCES = new Map([["bin/test/a.js", "test/a.ts"]]);

test("a report names the source, and of the stack what is the backend's own", () => {
  const message = [
    "Error: 404",
    "    at own (/stage/bin/src/x.js:1:2)",
    "    at step (/stage/node_modules/@nestia/fetcher/lib/x.js:44:23)",
    "    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)",
  ].join("\n");
  const line = JSON.stringify({
    name: "test_a",
    location: "/stage/bin/test/a.js",
    passed: false,
    message,
    duration: 3,
  });
  expect(readReport(line, "/stage", SOURCES)).toEqual({
    ...{ name: "test_a", path: "test/a.ts", passed: false, duration: 3 },
    message: "Error: 404\n    at own (bin/src/x.js:1:2)",
  });
});

test.each(["", "no JSON", "[]", '{"name": 1}', '{"name": "test_a"}'])("%j is no report", (line) => {
  expect(readReport(line, "/stage", SOURCES)).toBeNull();
});
