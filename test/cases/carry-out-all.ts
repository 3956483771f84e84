import type { Answers } from "../../src/change/answer.js";
import { printChange } from "../../src/change/forms.js";
import type { Plan } from "../../src/plan/plan.js";
import { applyEdits } from "../../src/source/apply-edits.js";
import type { Backend } from "../../src/source/backend.js";
import { answersFor, type Case } from "./load-case.js";
import { changesOf, planLines } from "./plan-lines.js";

/** More rounds of questions than all cases need together. */
const ROUNDS = 20;

/**
 * The changes of all cases as one plan. Some contradict each other, which a request may not: here what one of them took
 * away, another one need not find.
 */
export function carryOutAll(
  base: Backend,
  cases: readonly Case[],
): { readonly plan: Plan; readonly head: Backend } {
  const changes = new Map(
    cases.flatMap(({ change }) => changesOf(change).map((each) => [printChange(each), each] as const)),
  );
  const decide = Object.assign({}, ...cases.map((given) => given.decide)) as Case["decide"];
  let answers: Answers = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const planned = planLines(base, [...changes.values()], answers);
    if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
    if (planned.plan.questions.length === 0)
      return { plan: planned.plan, head: applyEdits(base, planned.edits()) };
    answers = new Map([...answers, ...answersFor(decide, planned.plan.questions)]);
  }
  throw new Error("questions stay unanswered");
}
