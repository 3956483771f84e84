import type { Change } from "../change/change.js";
import { applyEdits } from "../source/apply-edits.js";
import type { Backend } from "../source/backend.js";
import type { Edit } from "../source/edit.js";
import type { Plan } from "../plan/plan.js";
import type { Planned } from "../plan/planned.js";
import { type Contradiction, contradicts, saidOfGone, saidTwice, undone } from "./contradiction.js";
import { mergePlans } from "../plan/merge-plans.js";
import { orderChanges } from "./order-changes.js";
import type { Outcome } from "./outcome.js";
import type { Ports } from "./ports.js";
import { end, next, type Step } from "./step.js";
import type { Asked } from "./asked.js";

/** A plan that can be carried out, and the edits it comes to, one list per change. */
export interface Ready {
  readonly plan: Plan;
  readonly edits: () => readonly (readonly Edit[])[];
}

type Ending = Exclude<Planned, { kind: "plan" }>;

/** Step 3: changes → one plan. Each further change is planned on what the ones before it leave, in an order in which they
 * find what they need. */
export async function planChanges(
  base: Backend,
  asked: Asked,
  planChange: Ports["planChange"],
): Promise<Step<Ready>> {
  const opposite = saidTwice(asked.changes) ?? saidOfGone(asked.changes);
  if (opposite !== null) return contradicts(opposite);
  const plans: Plan[] = [];
  const before: Before[] = [];
  const edits: (() => readonly Edit[])[] = [];
  const nothing: Extract<Ending, { kind: "nothing-to-do" }>[] = [];
  let backend = base;
  let pending: (() => readonly Edit[]) | null = null;
  for (const change of orderChanges(asked.changes)) {
    // What the change before leaves has to be known only now that there is another one.
    if (pending !== null) backend = applyEdits(backend, pending());
    pending = null;
    const planned = await planChange(backend, change, asked.answers);
    const opposed = await opposing(change, planned, before, planChange);
    if (opposed !== null) return contradicts(opposed);
    before.push({ change, backend, plan: planned.kind === "plan" ? planned.plan : null });
    if (planned.kind === "nothing-to-do") nothing.push(planned);
    else if (planned.kind !== "plan") return end(outcomeOf(planned));
    else if (planned.plan.questions.length > 0) return end(questionsOf(planned.plan));
    else if (planned.plan.steps.length > 0) {
      plans.push(planned.plan);
      edits.push((pending = planned.edits));
    }
  }
  if (plans.length === 0) return end(nothing[0] ?? ALREADY);
  const plan = mergePlans(
    plans,
    nothing.map((ending) => ending.reason),
  );
  return next({ plan, edits: () => edits.map((make) => make()) }, `${plan.steps.length} artefacts`);
}

/** A change that was planned, and what it was planned on. */
interface Before {
  readonly change: Change;
  readonly backend: Backend;
  readonly plan: Plan | null;
}

/** The change before that a planned one cannot stand beside: either undoes the other, or took away what it is about. */
async function opposing(
  change: Change,
  planned: Planned,
  before: readonly Before[],
  planChange: Ports["planChange"],
): Promise<Contradiction | null> {
  if (planned.kind === "plan") {
    for (const one of before) {
      const why = one.plan === null ? null : undone(one.plan, planned.plan);
      if (why !== null) return { one: one.change, other: change, why };
    }
    return null;
  }
  for (const one of [...before].reverse()) {
    if (planned.kind === "nothing-to-do" && !takesAway(one.change, change)) continue;
    const alone = await planChange(one.backend, change, new Map());
    if (alone.kind === "plan")
      return { one: one.change, other: change, why: "after that, there is nothing left that it could mean." };
  }
  return null;
}

/** Whether one change can be why another has nothing to do: what is to go may be gone, but not have a new name. */
function takesAway(one: Change, other: Change): boolean {
  const removes = /^(remove|hide)-/;
  return one.kind.startsWith("rename-") || (removes.test(one.kind) && !removes.test(other.kind));
}

const ALREADY: Outcome = {
  kind: "nothing-to-do",
  reason: "The backend is as asked for already",
  nearest: [],
};

function questionsOf(plan: Plan): Outcome {
  return { kind: "question", plan, questions: plan.questions, candidates: [] };
}

function outcomeOf(planned: Exclude<Ending, { kind: "nothing-to-do" }>): Outcome {
  if (planned.kind === "ambiguous")
    return { kind: "question", plan: null, questions: [], candidates: planned.candidates };
  const { reason, remedy } = planned;
  return { kind: "stopped", reason, remedy, plan: null, edits: [], gates: [] };
}
