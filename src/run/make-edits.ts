import { applyEdits } from "../source/apply-edits.js";
import type { Backend } from "../source/backend.js";
import type { Edit } from "../source/edit.js";
import type { Plan } from "../plan/plan.js";
import { composeEdits } from "./compose-edits.js";
import type { Ready } from "./plan-changes.js";
import { end, next, type Step } from "./step.js";

/** The edits of a plan, and the backend as they leave it. */
export interface Edited {
  readonly plan: Plan;
  readonly edits: readonly Edit[];
  readonly head: Backend;
}

/** Step 4: plan → edits, at most one per file. */
export function makeEdits(base: Backend, ready: Ready): Step<Edited> {
  const edits = composeEdits(ready.edits());
  if (edits.length === 0)
    return end({ kind: "nothing-to-do", reason: "The backend is as asked for already", nearest: [] });
  const head = applyEdits(base, edits);
  return next({ plan: ready.plan, edits, head }, `${edits.length} files`);
}
