import type { Change } from "../change/change.js";
import type { Planned } from "../plan/planned.js";
import { applyEdits } from "../source/apply-edits.js";
import type { Backend } from "../source/backend.js";
import { orderChanges } from "./order-changes.js";
import type { Ports } from "./ports.js";

/** A change that cannot be carried out, with how its planning ended. */
export interface Objection {
  readonly change: Change;
  readonly ending: Exclude<Planned, { kind: "plan" }>;
}

/** What planning has against changes. Each is planned on what the ones before it leave; the first objection is the last. */
export async function tryChanges(
  base: Backend,
  changes: readonly Change[],
  planChange: Ports["planChange"],
): Promise<readonly Objection[]> {
  let backend = base;
  const ordered = orderChanges(changes);
  for (const [index, change] of ordered.entries()) {
    const planned = await planChange(backend, change, new Map());
    if (planned.kind !== "plan") {
      if (planned.kind === "nothing-to-do" && planned.nearest.length === 0) continue;
      return [{ change, ending: planned }];
    }
    // What a person has to decide first is asked once the whole is planned.
    if (planned.plan.questions.length > 0) return [];
    if (index < ordered.length - 1) backend = applyEdits(backend, planned.edits());
  }
  return [];
}
