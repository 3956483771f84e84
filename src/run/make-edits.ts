import { CONFIG_PATH, type Limits } from "../config/repository-config.js";
import { applyEdits } from "../source/apply-edits.js";
import type { Backend } from "../source/backend.js";
import type { Edit } from "../source/edit.js";
import type { Plan } from "../plan/plan.js";
import { composeEdits } from "../source/compose-edits.js";
import { overLimit } from "./over-limit.js";
import type { Ready } from "./plan-changes.js";
import { end, next, type Step } from "./step.js";

/** The edits of a plan, and the backend as they leave it. */
export interface Edited {
  readonly plan: Plan;
  readonly edits: readonly Edit[];
  readonly head: Backend;
  /** Files that a person has changed as well. */
  readonly written?: readonly string[];
}

/** Step 4: plan → edits, at most one per file. */
export function makeEdits(base: Backend, ready: Ready, limits: Limits): Step<Edited> {
  const edits = composeEdits(ready.edits());
  if (edits.length === 0)
    return end({ kind: "nothing-to-do", reason: "The backend is as asked for already", nearest: [] });
  const excess = overLimit(edits, limits);
  if (excess !== null) {
    const remedy = `Raise the limit in ${CONFIG_PATH}, or remove less at a time`;
    return end({ kind: "stopped", reason: excess, remedy, plan: ready.plan, edits, gates: [] });
  }
  const head = applyEdits(base, edits);
  return next({ plan: ready.plan, edits, head }, `${edits.length} files`);
}
