import type { Answers } from "../../change/answer.js";
import type { BranchRead } from "../../host/host.js";
import type { Proposal } from "../../host/proposal.js";
import { changeSetOf } from "../change-set.js";
import type { Work } from "../outcome.js";
import type { Request } from "../request.js";
import { end, next, type Step } from "../step.js";
import type { SyncPorts } from "./sync-ports.js";
import { NO_COST } from "../report.js";

/** Writes the commits behind the person's. */
export async function publishBehind(
  { name, theirs }: BranchRead,
  work: Work,
  answers: Answers,
  request: Request,
  ports: Pick<SyncPorts, "host" | "describe" | "mayPublish">,
): Promise<Step<Proposal>> {
  const changeSet = { ...changeSetOf(theirs.commit, work, answers, request), branch: name };
  const { title, body } = ports.describe(work, NO_COST);
  const result = (await ports.mayPublish()) ?? (await ports.host.publish({ ...changeSet, title, body }));
  if (result.kind === "proposal") return next(result.proposal, result.proposal.commit.slice(0, 10));
  const { reason, remedy } = result;
  return end({ kind: "stopped", reason, remedy, plan: work.plan, edits: work.edits, gates: work.gates });
}
