import { beforeAll, describe, expect, test } from "@jest/globals";
import { isChangeCommand } from "../../src/change/command.js";
import { parseCommand } from "../../src/change/parse-command.js";
import { planChange } from "../../src/plan/plan-change.js";
import type { Plan } from "../../src/plan/plan.js";
import { applyEdits } from "../../src/source/apply-edits.js";
import type { Backend } from "../../src/source/backend.js";
import type { Edit } from "../../src/source/edit.js";
import type { Change } from "../../src/change/change.js";
import { answersFor, caseNames, loadCase, type Case } from "./load-case.js";

describe.each(caseNames())("%s", (name) => {
  let given: Case;
  let plan: Plan;
  let edits: readonly Edit[];
  beforeAll(() => {
    given = loadCase(name);
    ({ plan, edits } = carryOut(given));
  });

  test("touches exactly the files that a careful person would touch", () => {
    const touched = edits.map((edit) => `${edit.after === null ? "D" : "M"} ${edit.path}`).sort();
    expect(touched).toEqual(given.impact);
  });

  test("fixed the plan's files before any edit was made", () => {
    expect(edits.map((edit) => edit.path).sort()).toEqual(plan.steps.map((step) => step.path).sort());
    for (const step of plan.steps) expect(step.reasons.length).toBeGreaterThan(0);
  });

  test("leaves nothing to do for a second run", () => {
    expect(planChange(applyEdits(given.backend, edits), changeOf(given), new Map()).kind).toBe(
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
});

test("the same input gives the same edits, to the byte", () => {
  const given = loadCase("remove/todo-subtasks");
  expect(carryOut(given).edits).toEqual(carryOut(given).edits);
});

function changeOf(given: Case): Change {
  const command = parseCommand(given.change);
  if (!isChangeCommand(command)) throw new Error(`${given.change} is no change`);
  return command.change;
}

function carryOut(given: Case): { readonly plan: Plan; readonly edits: readonly Edit[] } {
  const change = changeOf(given);
  let answers = new Map();
  for (let round = 0; round < 6; round++) {
    const planned = planChange(given.backend, change, answers);
    if (planned.kind !== "plan") throw new Error(`${given.name}: ${JSON.stringify(planned)}`);
    if (planned.plan.questions.length === 0) return { plan: planned.plan, edits: planned.edits() };
    answers = new Map([...answers, ...answersFor(given.decide, planned.plan.questions)]);
  }
  throw new Error(`${given.name}: questions stay unanswered`);
}

/** Removed models and DTOs whose name still stands in code, comments and strings aside. */
function danglingNames(head: Backend, plan: Plan): readonly string[] {
  const names = [...plan.removed.models, ...plan.removed.dtos.filter((each) => !each.includes("."))];
  const found: string[] = [];
  for (const file of head.files.values()) {
    if (file.text === null || !/^(src|test)\/.*\.ts$/.test(file.path)) continue;
    const code = file.text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"[^"\n]*"|'[^'\n]*'/g, "");
    for (const name of names) if (new RegExp(`\\b${name}\\b`).test(code)) found.push(`${file.path}: ${name}`);
  }
  return found;
}
