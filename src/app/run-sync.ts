import { GitHubBranch } from "../host/github/github-branch.js";
import type { Published } from "../run/outcome.js";
import { sync } from "../run/sync/sync.js";
import type { Desk, PullThread } from "./desk.js";
import { code, plural } from "./markdown.js";
import type { RequestMark } from "./request-mark.js";
import { askedBy, mayStillPublish } from "./run-request.js";
import { sayEnd } from "./say-end.js";

/** Follows a person's branch, and says on the pull request how it ended, in the one comment about the command. */
export async function runSync(desk: Desk, pull: PullThread, request: RequestMark): Promise<void> {
  const { services, job, client } = desk;
  const host = new GitHubBranch({ client, cache: services.cache, bot: services.bot }, pull);
  const { outcome, requests, timings } = await sync(askedBy(request, job.issue), {
    ...services.workshop,
    host,
    describe: ({ plan }) => ({ title: plan.change, body: "" }),
    mayPublish: () => mayStillPublish(desk),
    progress: services.progress,
    requests: () => client.requests,
  });
  services.log.info({ job: desk.context.id, outcome: outcome.kind, requests, timings }, "sync ended");
  await sayEnd(desk, request, outcome, job.issue, leadOf);
}

/** The commit, and what it follows from. */
function leadOf({ proposal, plan, edits }: Published): string {
  return (
    `${proposal.commit} on ${code(proposal.branch)} follows your edits: ${code(plan.change)}. ` +
    `${plural(edits.length, "file")} changed, every gate passed on the whole branch against its base.`
  );
}
