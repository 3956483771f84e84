import { SpecError } from "../errors/spec-error.js";
import { WorldError } from "../errors/world-error.js";
import type { Outcome } from "./outcome.js";

/** The two kinds of errors that a run can end with; anything else is a bug and goes on to the door. */
export function outcomeOfError(error: unknown): Outcome {
  if (error instanceof SpecError) {
    const reason = `The backend cannot be read: ${error.message}`;
    const remedy = `Repair ${error.path} and run it again`;
    return { kind: "stopped", reason, remedy, plan: null, edits: [], gates: [] };
  }
  if (error instanceof WorldError)
    return { kind: "failed", world: error.world, reason: error.message, remedy: error.remedy };
  throw error;
}
