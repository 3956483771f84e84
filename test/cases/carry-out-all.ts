import type { Change } from "../../src/change/change.js";
import { printChange } from "../../src/change/forms.js";
import type { Plan } from "../../src/plan/plan.js";
import { saidOfGone } from "../../src/run/contradiction.js";
import { applyEdits } from "../../src/source/apply-edits.js";
import type { Backend } from "../../src/source/backend.js";
import { answersFor, type Case } from "./load-case.js";
import { planDecided } from "./plan-decided.js";
import { changesOf } from "./plan-lines.js";

/** More rounds of questions than all cases need together. */
const ROUNDS = 20;

/**
 * The changes of all cases as one plan. Some contradict each other, which a request may not: here what one of them took
 * away, another one need not find, and an actor of whom others speak stays.
 */
export function carryOutAll(
  base: Backend,
  cases: readonly Case[],
): { readonly plan: Plan; readonly head: Backend } {
  const changes = new Map(
    cases.flatMap(({ change }) => changesOf(change).map((each) => [printChange(each), each] as const)),
  );
  const decide = Object.assign({}, ...cases.map((given) => given.decide)) as Case["decide"];
  const decided = planDecided(
    base,
    withoutGone([...changes.values()]),
    (questions) => answersFor(decide, questions),
    ROUNDS,
  );
  if (decided.kind === "planned") return { plan: decided.plan, head: applyEdits(base, decided.edits) };
  throw new Error(decided.kind === "ended" ? JSON.stringify(decided.ending) : "questions stay unanswered");
}

function withoutGone(changes: readonly Change[]): readonly Change[] {
  const found = saidOfGone(changes);
  if (found === null) return changes;
  const gone = found.one.kind === "remove-actor" ? found.one : found.other;
  return withoutGone(changes.filter((each) => each !== gone));
}
