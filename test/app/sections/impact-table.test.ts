import { expect, test } from "@jest/globals";
import { impactTable } from "../../../src/app/sections/impact-table.js";
import type { Step } from "../../../src/plan/plan.js";

const STEP: Step = {
  path: "src/providers/close.ts",
  kind: "operation",
  artefact: "close",
  action: "create",
  layer: "realize",
  way: "model",
  reasons: [{ cause: "01#closing", how: "asks for" }],
};

test("says which lines of a file a model wrote, and which are derived", () => {
  const derived = "import x\nfunction close() {\n  throw 501;\n}\n";
  const after = "import x\nfunction close() {\n  return 1;\n  // done\n}\nfunction more() {}\n";
  const text = impactTable(
    [STEP],
    [{ path: STEP.path, before: null, after }],
    [{ path: STEP.path, before: derived, after }],
  );
  expect(text).toContain("created, model<br><sub>lines 3–4, 6</sub>");
  expect(text).toContain("+6 −0");
});

test("says nothing of lines where no model wrote", () => {
  const edit = { path: STEP.path, before: "a\n", after: "b\n" };
  const text = impactTable([{ ...STEP, action: "edit", way: "derived" }], [edit]);
  expect(text).toContain("| edited, derived |");
});
