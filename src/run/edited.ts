import type { Plan } from "../plan/plan.js";
import type { Backend } from "../source/backend.js";
import type { Edit } from "../source/edit.js";

/** The edits of a plan, and the backend as they leave it. */
export interface Edited {
  readonly plan: Plan;
  readonly edits: readonly Edit[];
  readonly head: Backend;
  /** Files that a person has changed as well. */
  readonly written?: readonly string[];
}
