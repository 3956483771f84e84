import type { Plan } from "../plan/plan.js";
import type { Backend } from "../source/backend.js";
import { contractChanges } from "../spec/contract/contract-changes.js";
import { readSpec } from "../spec/spec.js";
import type { GateResult } from "../verify/diagnostic.js";
import { answeredGuards } from "./answered-guards.js";
import type { Edited } from "./make-edits.js";
import type { Migration, Work } from "./outcome.js";
import type { Ports } from "./ports.js";
import type { Request } from "./request.js";
import { end, next, type Step } from "./step.js";

/** Step 5: the gates over base and head; one that fails ends the run. */
export async function verifyEdits(
  base: Backend,
  edited: Edited,
  request: Request,
  ports: Ports,
): Promise<Step<Work>> {
  const { plan, edits, head } = edited;
  const gates = await ports.verify({
    base,
    head,
    touched: new Set(plan.steps.map((step) => step.path)),
    removed: plan.removed,
    answeredGuards: answeredGuards(plan),
    gates: request.gates,
    progress: ports.progress,
  });
  const failed = gates.filter((gate) => gate.verdict === "failed");
  if (failed.length > 0)
    return end({ kind: "stopped", reason: sayFailed(failed), remedy: REMEDY, plan, edits, gates });
  const migration = await migrationOf(base, head, plan, ports);
  const refused = migration?.refusals ?? [];
  if (refused.length > 0) return end({ kind: "stopped", ...sayRefused(refused), plan, edits, gates });
  const contract = contractChanges(readSpec(base).api, readSpec(head).api, plan.renames);
  return next({ plan, edits, gates, migration, contract }, sayPassed(gates));
}

const REMEDY =
  "Nothing was published. The diagnostics name file, line and artefact; change these places by hand first, or report this";

async function migrationOf(
  base: Backend,
  head: Backend,
  plan: Plan,
  ports: Ports,
): Promise<Migration | null> {
  const { models, fields } = plan.removed;
  if (models.length + fields.length === 0 && !plan.steps.some((step) => step.kind === "model")) return null;
  ports.progress.say("writing the migration");
  return await ports.migrationOf(base, head, {
    renames: plan.renames,
    backfills: plan.backfills ?? [],
    lossy: plan.lossy ?? [],
  });
}

function sayRefused(refused: Migration["refusals"]): { readonly reason: string; readonly remedy: string } {
  return {
    reason: `No migration can be written: ${refused.map(({ reason }) => reason).join("; ")}`,
    remedy: [...new Set(refused.map(({ remedy }) => remedy))].join(" "),
  };
}

function sayFailed(failed: readonly GateResult[]): string {
  const found = failed.map((gate) => {
    const fresh = gate.diagnostics.filter((diagnostic) => diagnostic.status === "new").length;
    return fresh === 0 ? `${gate.gate}: ${gate.summary}` : `${gate.gate} found ${fresh} new`;
  });
  return `The verification failed: ${found.join("; ")}`;
}

function sayPassed(gates: readonly GateResult[]): string {
  const passed = gates.filter((gate) => gate.verdict === "passed").map((gate) => gate.gate);
  return passed.length === 0 ? "no gate was asked for" : `passed ${passed.join(", ")}`;
}
