import { GitHubBranch } from "../host/github/github-branch.js";
import type { Outcome } from "../run/outcome.js";
import { sync } from "../run/sync/sync.js";
import type { Desk, PullThread } from "./desk.js";
import { outcomeText } from "./outcome-comment.js";
import { answersOfMark, type RequestMark } from "./request-mark.js";
import { mayStillPublish, requesterOf, writeChecks } from "./run-request.js";
import { syncText } from "./sync-comment.js";

/** Follows a person's branch, and says on the pull request how it ended, in the one comment about the command. */
export async function runSync(desk: Desk, pull: PullThread, request: RequestMark): Promise<void> {
  const { services, job, client } = desk;
  const host = new GitHubBranch({ client, cache: services.cache, bot: services.bot }, pull);
  const { outcome, requests, timings } = await sync(
    {
      text: request.text,
      answers: answersOfMark(request),
      until: "publish",
      gates: null,
      issue: job.issue,
      at: request.at ?? null,
      requester: requesterOf(request),
    },
    {
      ...services.workshop,
      host,
      describe: ({ plan }) => ({ title: plan.change, body: "" }),
      mayPublish: () => mayStillPublish(desk),
      progress: services.progress,
      requests: () => client.requests,
    },
  );
  services.log.info({ job: desk.context.id, outcome: outcome.kind, requests, timings }, "sync ended");
  await tell(desk, request, outcome);
}

async function tell(desk: Desk, request: RequestMark, outcome: Outcome): Promise<void> {
  const checks = outcome.kind === "published" ? await writeChecks(desk, outcome, outcome.proposal) : null;
  const open =
    outcome.kind === "question"
      ? outcome.questions.flatMap((q) => [q.id, ...q.places.map(({ id }) => id)])
      : [];
  const text = outcome.kind === "published" ? syncText(outcome) : outcomeText(outcome);
  const state = open.length > 0 ? "waiting" : "ended";
  await desk.thread.say({ ...request, state, open }, checks === null ? text : `${text}\n\n${checks}`);
  if (outcome.kind === "published") await desk.thread.react("rocket");
  else if (outcome.kind !== "question") await desk.thread.react("confused");
}
