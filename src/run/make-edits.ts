import { CONFIG_PATH, type Limits } from "../config/repository-config.js";
import { applyEdits } from "../source/apply-edits.js";
import type { Backend } from "../source/backend.js";
import { composeEdits } from "../source/compose-edits.js";
import type { Asked } from "./asked.js";
import type { Edited } from "./edited.js";
import { overLimit } from "./over-limit.js";
import type { Ready } from "./plan-changes.js";
import type { Ports } from "./ports.js";
import type { Base } from "./read-backend.js";
import { end, next, type Step } from "./step.js";
import type { Lent } from "./with-model.js";
import { writeBehaviours } from "./write-behaviours.js";

/** Step 4: plan → edits, at most one per file: derived ones first, then what a model writes over them. */
export async function makeEdits(
  base: Base,
  ready: Ready,
  asked: Asked,
  model: Lent | null,
  ports: Pick<Ports, "planChange" | "verify" | "progress">,
): Promise<Step<Edited>> {
  const derived = derivedEdits(base.backend, ready);
  const made = await writeBehaviours(base, derived, asked, model, ports);
  if (made.kind === "end") return made;
  return withinLimits(made.value, base.config.limits);
}

function derivedEdits(base: Backend, { plan, edits: make }: Ready): Edited {
  const edits = composeEdits(make());
  return { plan, edits, head: applyEdits(base, edits) };
}

function withinLimits(edited: Edited, limits: Limits): Step<Edited> {
  const { plan, edits } = edited;
  if (edits.length === 0)
    return end({ kind: "nothing-to-do", reason: "The backend is as asked for already", nearest: [] });
  const excess = overLimit(edits, limits);
  if (excess !== null) {
    const remedy = `Raise the limit in ${CONFIG_PATH}, or remove less at a time`;
    return end({ kind: "stopped", reason: excess, remedy, plan, edits, gates: [] });
  }
  const written = plan.steps.filter(({ way }) => way === "model").length;
  return next(edited, `${edits.length} files${written === 0 ? "" : `, ${written} artefacts by a model`}`);
}
