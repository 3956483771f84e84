import { accessOf } from "../host/github/access.js";
import { type Comment, findComment, findOpening } from "../host/github/comments.js";
import { GitHubClient } from "../host/github/github-client.js";
import { GitHubHost } from "../host/github/github-host.js";
import { type PullRequest, pullRequestOf } from "../host/github/pull-requests.js";
import { findReview, findReviewComment } from "../host/github/review-comments.js";
import type { Job, JobContext } from "../queue/port.js";
import type { Signer } from "./marker.js";
import type { Services } from "./services.js";
import { Thread } from "./thread.js";

/** Everything at hand while one job is worked on. */
export interface Desk {
  readonly job: Job;
  readonly context: JobContext;
  readonly services: Services;
  readonly client: GitHubClient;
  readonly host: GitHubHost;
  readonly thread: Thread;
}

export async function openDesk(job: Job, context: JobContext, services: Services): Promise<Desk> {
  const client = new GitHubClient({
    octokit: await services.octokit(job.installationId),
    ...job.repository,
    beforeWrite: async () => {
      context.signal.throwIfAborted();
      await context.check();
    },
  });
  const host = new GitHubHost({ client, cache: services.cache, bot: services.bot });
  return {
    job,
    context,
    services,
    client,
    host,
    thread: new Thread(client, services.bot, job, services.markerKey),
  };
}

/** What the command stands in, as it is now; null if it was deleted, which takes the command back. */
export function findCommand({ client, job }: Desk): Promise<Comment | null> {
  switch (job.place) {
    case "form":
    case "label":
      return findOpening(client, job.issue);
    case "line":
      return findReviewComment(client, job.commentId);
    case "review":
      return findReview(client, job.issue, job.commentId);
    case undefined:
      return findComment(client, job.commentId);
  }
}

export function accessOfActor({ client, job }: Desk) {
  return accessOf(client, job.actor);
}

export interface PullThread extends PullRequest {
  readonly fromFork: boolean;
}

/** The pull request that the command stands on; null if it stands on an issue. */
export async function findPull({ client, job }: Desk): Promise<PullThread | null> {
  const raw = await client.find("GET /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: job.issue });
  if (raw === null) return null;
  return { ...pullRequestOf(raw), fromFork: raw.head.repo?.full_name !== raw.base.repo.full_name };
}

/** Issue of one of our branches; null for any other branch. */
export function issueOfBranch(branch: string): number | null {
  const number = /^autobe\/(\d+)(?:-|$)/.exec(branch)?.[1];
  return number === undefined ? null : Number(number);
}

/** Signs what belongs to the proposal of an issue, wherever it is talked about. */
export function proposalSigner({ client, services }: Desk, issue: number): Signer {
  return { scope: `${client.owner}/${client.repo}#${issue}`, key: services.markerKey };
}
