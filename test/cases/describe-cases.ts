import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { FactCache } from "../../src/graph/facts/fact-cache.js";
import { recheck } from "../../src/graph/questions/recheck.js";
import type { Plan } from "../../src/plan/plan.js";
import { answeredGuards } from "../../src/run/answered-guards.js";
import { applyEdits } from "../../src/source/apply-edits.js";
import type { Edit } from "../../src/source/edit.js";
import { SILENT } from "../../src/util/progress.js";
import type { GateName, GateResult } from "../../src/verify/diagnostic.js";
import { verify } from "../../src/verify/verify.js";
import { type FixtureName, fixtureBackend, testWorkspace } from "../support/fixture-backend.js";
import { residentWorkspace } from "../support/resident-workspace.js";
import { carryOutAll } from "./carry-out-all.js";
import { carryOutCase } from "./carry-out-case.js";
import { danglingNames } from "./dangling-names.js";
import { type Case, caseNames, loadCase } from "./load-case.js";
import { changesOf, planLines } from "./plan-lines.js";

// Programs are compiled here, on a machine that may be busy.
jest.setTimeout(600_000);

/** The cases of one fixture, so that each fixture is one file of tests with one resident compiler of each release. */
export function describeCases(fixture: FixtureName): void {
  const base = fixtureBackend(fixture);
  const workspace = residentWorkspace(testWorkspace(), base);
  const facts: FactCache = new Map();
  afterAll(() => workspace.close());

  describe.each(caseNames(fixture))("%s", (name) => {
    let given: Case;
    let plan: Plan;
    let edits: readonly Edit[];
    beforeAll(() => {
      given = loadCase(name);
      ({ plan, edits } = carryOutCase(given));
    });

    test("touches exactly the files that a careful person would touch", () => {
      const touched = edits.map((edit) => `${markOf(edit)} ${edit.path}`).sort();
      expect(touched).toEqual(given.impact);
    });

    test("fixed the plan's files before any edit was made", () => {
      expect(edits.map((edit) => edit.path).sort()).toEqual(plan.steps.map((step) => step.path).sort());
      for (const step of plan.steps) expect(step.reasons.length).toBeGreaterThan(0);
    });

    test("leaves nothing to do for a second run", () => {
      expect(planLines(applyEdits(given.backend, edits), changesOf(given.change), new Map()).kind).toBe(
        "nothing-to-do",
      );
    });

    test("keeps every line end as it was", () => {
      for (const { before, after } of edits) {
        if (before === null || after === null || !before.includes("\r\n")) continue;
        const mixed = /(^|[^\r])\n/.test(before);
        if (!mixed) expect(after).not.toMatch(/(^|[^\r])\n/);
      }
    });

    test("names nothing removed in the code that stays", () => {
      expect(danglingNames(applyEdits(given.backend, edits), plan)).toEqual([]);
    });

    test("passes the static gates", async () => {
      const head = applyEdits(given.backend, edits);
      const results = await verify({
        base: given.backend,
        head,
        touched: new Set(plan.steps.map(({ path }) => path)),
        removed: plan.removed,
        renames: plan.renames,
        answeredGuards: answeredGuards(plan),
        workspace,
        scope: recheck(given.backend, head, facts),
        progress: SILENT,
      });
      expect(findings(results)).toEqual(PASSED);
    });
  });

  test("the same input gives the same edits, to the byte", () => {
    const given = loadCase(caseNames(fixture)[0] ?? "");
    expect(carryOutCase(given).edits).toEqual(carryOutCase(given).edits);
  });

  test("all of them in one request pass every gate, transforms included", async () => {
    const { plan, head } = carryOutAll(base, caseNames(fixture).map(loadCase));
    const results = await verify({
      base,
      head,
      touched: new Set(plan.steps.map(({ path }) => path)),
      removed: plan.removed,
      renames: plan.renames,
      answeredGuards: answeredGuards(plan),
      workspace: testWorkspace(),
      progress: SILENT,
    });
    expect(findings(results)).toEqual(EVERY.map((gate) => `${gate} passed`));
  });
}

/** Added, deleted or modified, as in hand-written impacts. */
function markOf({ before, after }: Edit): "A" | "D" | "M" {
  if (before === null) return "A";
  return after === null ? "D" : "M";
}

/** Cheapest first; the transforms run once for all cases of a fixture. */
const EVERY: readonly GateName[] = ["schema", "structure", "stability", "meaning", "types", "transform"];
const PASSED = EVERY.map((gate) => `${gate} ${gate === "transform" ? "skipped" : "passed"}`);

/** How each gate ended, and what it found that is new. */
function findings(results: readonly GateResult[]): readonly string[] {
  return results.flatMap(({ gate, verdict, diagnostics }) => [
    `${gate} ${verdict}`,
    ...diagnostics
      .filter(({ status }) => status === "new")
      .map(({ code, path, line, message }) => `${code} ${path}:${line} ${message}`),
  ]);
}
