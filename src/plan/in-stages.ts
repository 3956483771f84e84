import { applyEdits } from "../source/apply-edits.js";
import type { Backend } from "../source/backend.js";
import { composeEdits } from "../source/compose-edits.js";
import type { Edit } from "../source/edit.js";
import { mergePlans } from "./merge-plans.js";
import type { Plan, Step } from "./plan.js";
import type { Planned } from "./planned.js";

/** One part of a change, planned on what the parts before it leave. */
export type Stage = (backend: Backend) => Planned;

/** A change that is carried out in parts, as one plan; what any part asks or refuses is the change's own. */
export function inStages(backend: Backend, change: string, stages: readonly Stage[]): Planned {
  const plans: Plan[] = [];
  const lists: (readonly Edit[])[] = [];
  let now = backend;
  for (const stage of stages) {
    const planned = stage(now);
    if (planned.kind === "nothing-to-do") continue;
    if (planned.kind !== "plan") return planned;
    plans.push(planned.plan);
    if (planned.plan.questions.length > 0)
      return { ...planned, plan: { ...mergePlans(plans, []), change }, edits: () => [] };
    const edits = planned.edits();
    lists.push(edits);
    now = applyEdits(now, edits);
  }
  const edits = composeEdits(lists);
  const merged = mergePlans(plans, []);
  const byPath = new Map(edits.map((edit) => [edit.path, edit]));
  const steps = merged.steps.flatMap((step): readonly Step[] => {
    const edit = byPath.get(step.path);
    return edit === undefined ? [] : [{ ...step, action: actionOf(edit) }];
  });
  return { kind: "plan", plan: { ...merged, change, steps }, edits: () => edits };
}

function actionOf({ before, after }: Edit): Step["action"] {
  if (before === null) return "create";
  return after === null ? "delete" : "edit";
}
