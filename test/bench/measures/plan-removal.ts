import { timedPlan } from "./timed-plan.js";

/** The feature that is removed: every size has it, nothing outside of its family points to it. */
const FEATURE = "invoice messages";

export function planRemoval(folder: string): Promise<Record<string, number>> {
  return Promise.resolve(timedPlan(folder, { kind: "remove-feature", target: FEATURE }));
}
