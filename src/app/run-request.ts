import type { Requester } from "../host/commit-message.js";
import type { Proposal } from "../host/proposal.js";
import { putCheck } from "../host/github/check-runs.js";
import type { Refused } from "../host/host.js";
import type { Outcome, Published } from "../run/outcome.js";
import type { Request } from "../run/request.js";
import type { Timing } from "../run/report.js";
import { addCosts, NO_COST } from "../run/report.js";
import type { Progress } from "../util/progress.js";
import { accessOfActor, type Desk, findCommand, proposalSigner } from "./desk.js";
import { outcomeText } from "./outcome-comment.js";
import { PullRequestBody } from "./pull-request-body.js";
import { rememberingHost } from "./remembering-host.js";
import { answersOfMark, type RequestMark } from "./request-mark.js";
import { mayWrite } from "./rights.js";
import { SchemaSafety } from "./schema-safety.js";
import { verifyCheck } from "./verify-check.js";

/** Runs a request and says on the issue how it ended, in the one comment about it. */
export async function runRequest(desk: Desk, request: RequestMark): Promise<Outcome> {
  const { services, job, thread } = desk;
  const timings: Timing[] = [];
  const reading = rememberingHost(desk.host);
  const report = await services.run(askedBy(request, job.issue), {
    ...services.workshop,
    host: reading.host,
    describe: (work, paid) => {
      const asked = { issue: job.issue, comment: request.comment, by: request.by };
      const { commit = "", files } = reading.backend() ?? {};
      const cost = addCosts(request.plan?.cost ?? NO_COST, paid);
      const facts = { work, base: commit, files: files?.size ?? 0, asked, timings, cost };
      const title = titleOf(request.plan?.subject ?? work.plan.change);
      return { title, body: PullRequestBody.of(facts).print(thread.signer) };
    },
    mayPublish: () => mayStillPublish(desk),
    progress: collecting(services.progress, timings),
    requests: () => desk.client.requests,
  });
  services.log.info(
    {
      job: desk.context.id,
      outcome: report.outcome.kind,
      requests: report.requests,
      timings: report.timings,
    },
    "run ended",
  );
  await tell(desk, request, report.outcome);
  return report.outcome;
}

/** What a mark asks for, up to a proposal, in the name of who wrote it. */
export function askedBy(mark: RequestMark, issue: number): Request {
  return {
    text: mark.text,
    answers: answersOfMark(mark),
    until: "publish",
    gates: null,
    issue,
    at: mark.at ?? null,
    requester: requesterOf(mark),
  };
}

/** The person, with the address that GitHub gives to commits made in their name. */
function requesterOf({ by, byId }: RequestMark): Requester {
  return { name: by, email: `${byId}+${by}@users.noreply.github.com` };
}

function titleOf(change: string): string {
  return change.charAt(0).toUpperCase() + change.slice(1);
}

/** Rights may have been revoked and the command deleted while the run went on. */
export async function mayStillPublish(desk: Desk): Promise<Refused | null> {
  const remedy = "Somebody with write permission can send the command again";
  if (!mayWrite(await accessOfActor(desk)))
    return { kind: "refused", reason: `${desk.job.actor} may not write to this repository any more`, remedy };
  if ((await findCommand(desk)) === null)
    return { kind: "refused", reason: "The command was deleted while the run went on", remedy };
  return null;
}

async function tell(desk: Desk, request: RequestMark, outcome: Outcome): Promise<void> {
  const checks = outcome.kind === "published" ? await writeChecks(desk, outcome, outcome.proposal) : null;
  const open =
    outcome.kind === "question"
      ? outcome.questions.flatMap((q) => [q.id, ...q.places.map(({ id }) => id)])
      : [];
  const state = open.length > 0 ? "waiting" : "ended";
  const text = [outcomeText(outcome), ...(checks === null ? [] : [checks])].join("\n\n");
  await desk.thread.say({ ...request, state, open }, text);
  if (outcome.kind === "published") await desk.thread.react("rocket");
  else if (outcome.kind !== "question") await desk.thread.react("confused");
}

/** The pull request is there already, so a failure here is said and not thrown. */
export async function writeChecks(
  desk: Desk,
  outcome: Published,
  proposal: Proposal,
  issue = desk.job.issue,
): Promise<string | null> {
  try {
    const safety = new SchemaSafety(outcome.migration?.risks ?? [], []);
    await putCheck(desk.client, proposal.commit, verifyCheck(outcome));
    await putCheck(desk.client, proposal.commit, safety.check(proposalSigner(desk, issue)));
    return null;
  } catch (error) {
    desk.services.log.error({ job: desk.context.id, err: error }, "checks were not written");
    return "Its check runs could not be written; send the command again after closing it to try once more.";
  }
}

/** Passes progress on, and keeps the times of the steps for the pull request. */
function collecting(progress: Progress, timings: Timing[]): Progress {
  return {
    ...progress,
    end: (step, milliseconds, result) => {
      timings.push({ step: step as Timing["step"], milliseconds });
      progress.end(step, milliseconds, result);
    },
  };
}
