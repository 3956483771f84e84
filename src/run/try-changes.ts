import type { Change } from "../change/change.js";
import { SpecError } from "../errors/spec-error.js";
import type { Objection, Tried } from "../phases/phase-ports.js";
import { applyEdits } from "../source/apply-edits.js";
import type { Backend } from "../source/backend.js";
import { orderChanges } from "./order-changes.js";
import type { Ports } from "./ports.js";

/** What planning has against changes. Each is planned on what the ones before it leave; the first objection is the last. */
export async function tryChanges(
  base: Backend,
  changes: readonly Change[],
  planChange: Ports["planChange"],
): Promise<Tried> {
  let backend = base;
  let made: Change | null = null;
  for (const change of orderChanges(changes)) {
    try {
      const planned = await planChange(backend, change, new Map());
      if (planned.kind !== "plan") {
        if (planned.kind === "nothing-to-do" && planned.nearest.length === 0) continue;
        return { objections: [{ change, ending: planned }], backend };
      }
      // What a person has to decide first is asked once the whole is planned.
      if (planned.plan.questions.length > 0) break;
      backend = applyEdits(backend, planned.edits());
      made = change;
    } catch (error) {
      if (!(error instanceof SpecError) || made === null) throw error;
      return { objections: [leftBroken(made, error)], backend };
    }
  }
  return { objections: [], backend };
}

/** A change whose edits leave a backend that cannot be read is a bug, and still no reason to stop a model's answer. */
function leftBroken(change: Change, { message }: SpecError): Objection {
  const reason = `It leaves a backend that cannot be read: ${message}.`;
  return { change, ending: { kind: "refused", reason, remedy: "Say it in another way." } };
}
