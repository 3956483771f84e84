import type { Answers } from "../../src/change/answer.js";
import type { Change } from "../../src/change/change.js";
import { planChange } from "../../src/plan/plan-change.js";
import type { Plan } from "../../src/plan/plan.js";
import type { Planned } from "../../src/plan/planned.js";
import { composeEdits } from "../../src/source/compose-edits.js";
import { mergePlans } from "../../src/plan/merge-plans.js";
import { orderChanges } from "../../src/run/order-changes.js";
import { applyEdits } from "../../src/source/apply-edits.js";
import type { Backend } from "../../src/source/backend.js";
import type { Edit } from "../../src/source/edit.js";
import { changeOf } from "../support/change-of.js";

/** The changes of a case, one in each line. */
export function changesOf(text: string): readonly Change[] {
  return text.split("\n").map(changeOf);
}

/** Plans changes as one request; how the first one ends that comes to no plan, or all of them to nothing. */
export function planLines(backend: Backend, changes: readonly Change[], answers: Answers): Planned {
  const [first] = changes;
  if (first !== undefined && changes.length === 1) return planChange(backend, first, answers);
  const plans: Plan[] = [];
  const edits: (readonly Edit[])[] = [];
  let idle: Planned | null = null;
  let at = backend;
  for (const change of orderChanges(changes)) {
    const planned = planChange(at, change, answers);
    if (planned.kind === "nothing-to-do") idle = planned;
    else if (planned.kind !== "plan" || planned.plan.questions.length > 0) return planned;
    else {
      const own = planned.edits();
      plans.push(planned.plan);
      edits.push(own);
      at = applyEdits(at, own);
    }
  }
  if (plans.length === 0 && idle !== null) return idle;
  return { kind: "plan", plan: mergePlans(plans, []), edits: () => composeEdits(edits) };
}
