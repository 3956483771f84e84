import type { Answers } from "../../src/change/answer.js";
import { printChange } from "../../src/change/forms.js";
import type { Plan } from "../../src/plan/plan.js";
import { planChange } from "../../src/plan/plan-change.js";
import { composeEdits } from "../../src/run/compose-edits.js";
import { planChanges } from "../../src/run/plan-changes.js";
import { applyEdits } from "../../src/source/apply-edits.js";
import type { Backend } from "../../src/source/backend.js";
import { answersFor, type Case } from "./load-case.js";
import { changesOf } from "./plan-lines.js";

/** More rounds of questions than all cases need together. */
const ROUNDS = 20;

/** The changes of all cases as one request; what one of them took away, another one need not find. */
export async function carryOutAll(
  base: Backend,
  cases: readonly Case[],
): Promise<{ readonly plan: Plan; readonly head: Backend }> {
  const changes = new Map(
    cases.flatMap(({ change }) => changesOf(change).map((each) => [printChange(each), each] as const)),
  );
  const decide = Object.assign({}, ...cases.map((given) => given.decide)) as Case["decide"];
  let answers: Answers = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const step = await planChanges(base, { changes: [...changes.values()], answers }, planChange);
    if (step.kind === "next") {
      const { plan, edits } = step.value;
      return { plan, head: applyEdits(base, composeEdits(edits())) };
    }
    const { outcome } = step;
    const contradicting =
      outcome.kind === "stopped" ? /^"(.+)" contradicts "/.exec(outcome.reason)?.[1] : null;
    // A person would leave one of the two out.
    if (contradicting != null && changes.delete(contradicting)) continue;
    if (outcome.kind !== "question") throw new Error(JSON.stringify(outcome));
    answers = new Map([...answers, ...answersFor(decide, outcome.questions)]);
  }
  throw new Error("questions stay unanswered");
}
