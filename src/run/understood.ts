import { applyEdits } from "../source/apply-edits.js";
import type { Backend } from "../source/backend.js";
import { composeEdits } from "../source/compose-edits.js";
import { contractChanges } from "../spec/contract/contract-changes.js";
import { readSpec } from "../spec/spec.js";
import type { Asked, Reading } from "./asked.js";
import type { Outcome } from "./outcome.js";
import type { Ready } from "./plan-changes.js";
import type { Step } from "./step.js";

/** What a text comes to, for a person to decide about: commands, what they reach, and what callers would notice. */
export function understood(
  base: Backend,
  { changes }: Asked,
  { model, contradictions }: Reading,
  planned: Step<Ready>,
): Outcome {
  const said = { kind: "understood", changes, questions: [], contradictions, model } as const;
  if (planned.kind === "end") {
    const { outcome } = planned;
    return { ...said, plan: "plan" in outcome ? outcome.plan : null, contract: [] };
  }
  const { plan, edits } = planned.value;
  const head = applyEdits(base, composeEdits(edits()));
  const contract = contractChanges(readSpec(base).api, readSpec(head).api, plan.renames);
  return { ...said, plan, contract };
}
