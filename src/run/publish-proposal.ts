import type { Proposal } from "../host/proposal.js";
import type { Backend } from "../source/backend.js";
import { changeSetOf } from "./change-set.js";
import type { Work } from "./outcome.js";
import type { Ports } from "./ports.js";
import type { Cost } from "./report.js";
import type { Request } from "./request.js";
import { end, next, type Step } from "./step.js";
import type { Asked } from "./asked.js";

/** Step 6: one change set, written by the host. */
export async function publishProposal(
  base: Backend,
  work: Work,
  asked: Asked,
  request: Request,
  ports: Ports,
  cost: Cost,
): Promise<Step<Proposal>> {
  const { title, body } = ports.describe(work, cost);
  const changeSet = changeSetOf(base.commit, work, asked.answers, request);
  const result = (await ports.mayPublish()) ?? (await ports.host.publish({ ...changeSet, title, body }));
  if (result.kind === "proposal") return next(result.proposal, result.proposal.branch);
  const { reason, remedy } = result;
  return end({ kind: "stopped", reason, remedy, plan: work.plan, edits: work.edits, gates: work.gates });
}
