import type { Change } from "../../../src/change/change.js";
import { planChange } from "../../../src/plan/plan-change.js";
import { backendOf } from "../../../src/source/make-backend.js";
import { readSources } from "./read-sources.js";

/** Planning one change, edits included: the first time in the process, and again when everything is compiled. */
export function timedPlan(folder: string, change: Change): Record<string, number> {
  const backend = backendOf("bench", readSources(folder));
  const plan = (): { ms: number; steps: number; edits: number } => {
    const start = performance.now();
    const planned = planChange(backend, change, new Map());
    if (planned.kind !== "plan") throw new Error(`${change.kind} ended as ${planned.kind}`);
    const edits = planned.plan.questions.length > 0 ? [] : planned.edits();
    return { ms: performance.now() - start, steps: planned.plan.steps.length, edits: edits.length };
  };
  const first = plan();
  const again = plan();
  return { firstMs: first.ms, againMs: again.ms, steps: first.steps, edits: first.edits };
}
