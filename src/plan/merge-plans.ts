import type { Plan, Step } from "./plan.js";
import { uniteNames } from "../spec/names.js";
import { uniteIntents } from "../spec/intent.js";

/** The plans of one request's changes as one; `idle` says of the changes that came to nothing why. */
export function mergePlans(plans: readonly Plan[], idle: readonly string[]): Plan {
  const [first] = plans;
  if (first !== undefined && plans.length === 1 && idle.length === 0) return first;
  return {
    change: plans.map((plan) => plan.change).join("; "),
    removed: uniteNames(plans.map((plan) => plan.removed)),
    added: uniteNames(plans.map((plan) => plan.added)),
    ...uniteIntents(plans),
    steps: mergeSteps(plans.flatMap((plan) => plan.steps)),
    questions: plans.flatMap((plan) => plan.questions),
    notices: [
      ...plans.flatMap((plan) => plan.notices),
      ...idle.map((text) => ({ kind: "repository", path: "", line: null, text }) as const),
    ],
  };
}

/** A file that several changes touch has one step per artefact, with all the reasons; the last action is what holds. */
export function mergeSteps(steps: readonly Step[]): Step[] {
  const merged = new Map<string, Step>();
  for (const step of steps) {
    const key = `${step.path}\n${step.artefact}`;
    const before = merged.get(key);
    if (before === undefined) merged.set(key, step);
    else {
      // What is made and then altered is made as far as anybody sees.
      const action = before.action === "create" && step.action === "edit" ? "create" : step.action;
      merged.set(key, { ...step, action, reasons: [...before.reasons, ...step.reasons] });
    }
  }
  return [...merged.values()];
}
