import { applyEdits } from "../source/apply-edits.js";
import type { Backend } from "../source/backend.js";
import type { Edit } from "../source/edit.js";
import type { Plan } from "../plan/plan.js";
import type { Planned } from "../plan/planned.js";
import { mergePlans } from "./merge-plans.js";
import type { Outcome } from "./outcome.js";
import type { Ports } from "./ports.js";
import { end, next, type Step } from "./step.js";
import type { Asked } from "./understand.js";

/** A plan that can be carried out, and the edits it comes to, one list per change. */
export interface Ready {
  readonly plan: Plan;
  readonly edits: () => readonly (readonly Edit[])[];
}

type Ending = Exclude<Planned, { kind: "plan" }>;

/** Step 3: changes → one plan. Each further change is planned on what the ones before it leave. */
export async function planChanges(
  base: Backend,
  asked: Asked,
  planChange: Ports["planChange"],
): Promise<Step<Ready>> {
  const plans: Plan[] = [];
  const edits: (() => readonly Edit[])[] = [];
  const nothing: Extract<Ending, { kind: "nothing-to-do" }>[] = [];
  let backend = base;
  let pending: (() => readonly Edit[]) | null = null;
  for (const change of asked.changes) {
    // What the change before leaves has to be known only now that there is another one.
    if (pending !== null) backend = applyEdits(backend, pending());
    pending = null;
    const planned = await planChange(backend, change, asked.answers);
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
