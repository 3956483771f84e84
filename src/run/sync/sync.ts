import type { RepositoryConfig } from "../../config/repository-config.js";
import type { BranchHost, BranchRead } from "../../host/host.js";
import type { Plan } from "../../plan/plan.js";
import { outcomeOfError } from "../outcome-of-error.js";
import type { Outcome } from "../outcome.js";
import { checkBackend } from "../read-backend.js";
import { NO_COST, type RunReport } from "../report.js";
import type { Request } from "../request.js";
import { next, type Step, stop } from "../step.js";
import { Stopwatch } from "../stopwatch.js";
import { verifyEdits } from "../verify-edits.js";
import { decisionsOf } from "./decisions-of.js";
import { layPlan } from "./lay-plan.js";
import { planFollowed, planSync } from "./plan-sync.js";
import { publishBehind } from "./publish-behind.js";
import type { SyncPorts } from "./sync-ports.js";

/**
 * Lets the rest of a backend follow what a person wrote into schema and DTOs on a branch: the same steps as for a
 * request, with changes that are read from the difference to the branch's base.
 */
export async function sync(request: Request, ports: SyncPorts): Promise<RunReport> {
  const watch = new Stopwatch(ports.progress, ports.now);
  const outcome = await walk(request, ports, watch).catch(outcomeOfError);
  return { outcome, timings: watch.timings, cost: NO_COST, requests: ports.requests() };
}

async function walk(request: Request, ports: SyncPorts, watch: Stopwatch): Promise<Outcome> {
  const read = await watch.time("read", () => readBranch(ports.host));
  if (read.kind === "end") return read.outcome;
  const { base, theirs, answers: before } = read.value.branch;

  const asked = await watch.time("understand", () => decisionsOf(request, before));
  if (asked.kind === "end") return asked.outcome;

  const plan = await watch.time("plan", () => planSync(base, theirs, asked.value, ports.planChange));
  if (plan.kind === "end") return plan.outcome;

  const { branch, config } = read.value;
  const laid = await watch.time("edit", async () =>
    layPlan(plan.value, await planFollowed(branch, plan.value, ports.planChange), config.limits),
  );
  if (laid.kind === "end") return laid.outcome;
  if (request.until === "plan") return { kind: "planned", plan: laid.value.plan };

  const from = { backend: base, config: read.value.config };
  const work = await watch.time("verify", () => verifyEdits(from, laid.value, request, null, ports));
  if (work.kind === "end") return sayConflicts(work.outcome, laid.value.plan);
  if (request.until === "verify") return { kind: "dry-run", ...work.value };

  const proposal = await watch.time("publish", () =>
    publishBehind(branch, work.value, plan.value.state.answers, request, ports),
  );
  return proposal.kind === "end"
    ? proposal.outcome
    : { kind: "published", ...work.value, proposal: proposal.value };
}

/** The configuration is the base's: a branch does not say how it is looked at. */
async function readBranch(host: BranchHost): Promise<Step<BranchBase>> {
  const branch = await host.read();
  if (branch.kind === "refused") return stop(branch.reason, branch.remedy);
  const base = checkBackend(branch.base, host.repository);
  if (base.kind === "end") return base;
  return next({ branch, config: base.value.config }, `${branch.name}, ${base.told}`);
}

interface BranchBase {
  readonly branch: BranchRead;
  readonly config: RepositoryConfig;
}

/** Where a gate fails, what was left as the person wrote it is the first thing to look at. */
function sayConflicts(outcome: Outcome, { notices }: Plan): Outcome {
  const places = notices
    .filter(({ kind }) => kind === "conflict" || kind === "unsaid")
    .map(({ path, line }) => (line === null ? path : `${path}:${line}`));
  if (outcome.kind !== "stopped" || places.length === 0) return outcome;
  return { ...outcome, reason: `${outcome.reason}; left as you wrote it: ${places.join(", ")}` };
}
