import type { CallRecord } from "../model/loop/call-record.js";
import { makeEdits } from "./make-edits.js";
import { outcomeOfError } from "./outcome-of-error.js";
import type { Outcome } from "./outcome.js";
import { planChanges } from "./plan-changes.js";
import type { Ports } from "./ports.js";
import { publishProposal } from "./publish-proposal.js";
import { type Base, readBackend } from "./read-backend.js";
import { costOf, type RunReport } from "./report.js";
import type { Request } from "./request.js";
import { Stopwatch } from "./stopwatch.js";
import { understand } from "./understand.js";
import { understood } from "./understood.js";
import { verifyEdits } from "./verify-edits.js";
import { type Lent, withModel } from "./with-model.js";

/** Walks the way of one request. Every ending that can be expected is a value; only a broken invariant throws. */
export async function run(request: Request, ports: Ports): Promise<RunReport> {
  const watch = new Stopwatch(ports.progress, ports.now);
  const calls: CallRecord[] = [];
  const outcome = await walk(request, ports, watch, calls).catch(outcomeOfError);
  return { outcome, timings: watch.timings, cost: costOf(calls), requests: ports.requests() };
}

async function walk(request: Request, ports: Ports, watch: Stopwatch, calls: CallRecord[]): Promise<Outcome> {
  const base = await watch.time("read", () => readBackend(ports.host));
  if (base.kind === "end") return base.outcome;

  return await withModel(request, base.value.config.model, ports, calls, (model) =>
    carryOut(request, base.value, model, ports, watch, calls),
  );
}

async function carryOut(
  request: Request,
  base: Base,
  model: Lent | null,
  ports: Ports,
  watch: Stopwatch,
  calls: readonly CallRecord[],
): Promise<Outcome> {
  const asked = await watch.time("understand", () => understand(request, base, model, ports));
  if (asked.kind === "end") return asked.outcome;

  const { backend } = base;
  const plan = await watch.time("plan", () => planChanges(backend, asked.value, ports.planChange));
  const { reading } = asked.value;
  if (request.until === "plan" && reading !== undefined)
    return understood(backend, asked.value, reading, plan);
  if (plan.kind === "end") return plan.outcome;
  if (request.until === "plan") return { kind: "planned", plan: plan.value.plan };

  const edits = await watch.time("edit", () => makeEdits(base, plan.value, asked.value, model, ports));
  if (edits.kind === "end") return edits.outcome;

  const work = await watch.time("verify", () => verifyEdits(base, edits.value, request, model, ports));
  if (work.kind === "end") return work.outcome;
  if (request.until === "verify") return { kind: "dry-run", ...work.value };

  const proposal = await watch.time("publish", () =>
    publishProposal(backend, work.value, asked.value, request, ports, costOf(calls)),
  );
  if (proposal.kind === "end") return proposal.outcome;
  return { kind: "published", ...work.value, proposal: proposal.value };
}
