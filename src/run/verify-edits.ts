import { buildGraph } from "../graph/build-graph.js";
import { coverage } from "../graph/questions/coverage.js";
import type { Step as PlanStep } from "../plan/plan.js";
import { contractChanges } from "../spec/contract/contract-changes.js";
import { readSpec } from "../spec/spec.js";
import type { GateResult } from "../verify/diagnostic.js";
import type { Backend } from "../source/backend.js";
import { answeredGuards } from "./answered-guards.js";
import { correctBehaviours, type Judged, type RunGates } from "./correct-behaviours.js";
import { type Edited, modelEdits } from "./edited.js";
import type { Migration, Work } from "./outcome.js";
import type { Ports } from "./ports.js";
import type { Base } from "./read-backend.js";
import type { Request } from "./request.js";
import { end, next, type Step } from "./step.js";
import type { Lent } from "./with-model.js";
import { writeMigration } from "./write-migration.js";

/** Step 5: the gates over base and head; one that fails ends the run. */
export async function verifyEdits(
  { backend: base, config }: Base,
  made: Edited,
  request: Request,
  model: Lent | null,
  ports: Omit<Ports, "host">,
): Promise<Step<Work>> {
  const run = request.run ?? (config.verify.run && request.gates === null);
  const runGates: RunGates = ({ plan, head, written = [] }) =>
    ports.verify({
      base,
      head,
      touched: new Set([...plan.steps.map((step) => step.path), ...written]),
      removed: plan.removed,
      renames: plan.renames,
      answeredGuards: answeredGuards(plan),
      gates: request.gates,
      run: run ? config.verify : null,
      progress: ports.progress,
    });
  const judged = await judge(base, made, runGates, model, ports);
  if (judged.kind === "end") return judged;
  const { gates, edited } = judged.value;
  const { plan, edits, head } = edited;
  const failed = gates.filter((gate) => gate.verdict === "failed");
  if (failed.length > 0)
    return end({ kind: "stopped", reason: sayFailed(failed), remedy: REMEDY, plan, edits, gates });
  const notRun = request.run === true ? gates.find(isNotRun) : undefined;
  if (notRun !== undefined)
    return end({ kind: "stopped", reason: notRun.summary, remedy: WITHOUT, plan, edits, gates });
  const { migration, ...more } = await writeMigration(base, head, plan, request, ports);
  const refused = migration?.refusals ?? [];
  if (refused.length > 0) return end({ kind: "stopped", ...sayRefused(refused), plan, edits, gates });
  const contract = contractChanges(readSpec(base).api, readSpec(head).api, plan.renames);
  const steps = [...plan.steps, ...more.steps];
  const work = {
    plan: { ...plan, steps },
    edits: [...edits, ...more.edits],
    gates,
    byModel: modelEdits(edited),
    migration,
    contract,
    coverage: coverage(buildGraph(head), new Set(steps.flatMap(causesOf))),
  };
  return next(work, sayPassed(gates));
}

function causesOf({ reasons }: PlanStep): readonly string[] {
  return reasons.map(({ cause }) => cause);
}

/** What the gates say; what a model wrote is corrected by it first. */
async function judge(
  base: Backend,
  edited: Edited,
  runGates: RunGates,
  model: Lent | null,
  ports: Omit<Ports, "host">,
): Promise<Step<Judged>> {
  const gates = await runGates(edited);
  const { byModel } = edited;
  if (byModel === undefined || model === null) return next({ edited, gates }, "");
  return await correctBehaviours(base, { edited: { ...edited, byModel }, gates }, runGates, model, ports);
}

const REMEDY =
  "Nothing was published. The diagnostics name file, line and artefact; change these places by hand first, or report this";

const WITHOUT = "Nothing was published. Without --run the change is carried out by the static gates alone";

/** Who asks for a run gets one, or an ending that says why there is none. */
function isNotRun({ gate, verdict }: GateResult): boolean {
  return gate === "run-time" && verdict === "skipped";
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
