import type { CallRecord } from "../model/loop/call-record.js";
import { understand } from "./understand.js";
import { makeEdits } from "./make-edits.js";
import { outcomeOfError } from "./outcome-of-error.js";
import type { Outcome } from "./outcome.js";
import { planChanges } from "./plan-changes.js";
import type { Ports } from "./ports.js";
import { publishProposal } from "./publish-proposal.js";
import { readBackend } from "./read-backend.js";
import { costOf, type RunReport } from "./report.js";
import type { Request } from "./request.js";
import { Stopwatch } from "./stopwatch.js";
import { verifyEdits } from "./verify-edits.js";

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

  const asked = await watch.time("understand", () => understand(request, base.value, ports, calls));
  if (asked.kind === "end") return asked.outcome;

  const { backend, config } = base.value;
  const plan = await watch.time("plan", () => planChanges(backend, asked.value, ports.planChange));
  if (plan.kind === "end") return plan.outcome;
  if (request.until === "plan") return { kind: "planned", plan: plan.value.plan };

  const edits = await watch.time("edit", () => makeEdits(backend, plan.value, config.limits));
  if (edits.kind === "end") return edits.outcome;

  const work = await watch.time("verify", () => verifyEdits(base.value, edits.value, request, ports));
  if (work.kind === "end") return work.outcome;
  if (request.until === "verify") return { kind: "dry-run", ...work.value };

  const proposal = await watch.time("publish", () =>
    publishProposal(backend, work.value, asked.value, request, ports),
  );
  if (proposal.kind === "end") return proposal.outcome;
  return { kind: "published", ...work.value, proposal: proposal.value };
}
