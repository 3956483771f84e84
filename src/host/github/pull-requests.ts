import { GitHubError } from "../../errors/github-error.js";
import { postedText } from "../../util/posted-text.js";
import type { ChangeSet } from "../host.js";
import type { GitHubClient } from "./github-client.js";

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly branch: string;
  readonly base: string;
}

const TITLE_LIMIT = 256;

/** The open pull request of a branch of this repository; null if there is none. */
export async function findPullRequest(client: GitHubClient, branch: string): Promise<PullRequest | null> {
  const head = `${client.owner}:${branch}`;
  const [found] = await client.call("GET /repos/{owner}/{repo}/pulls", { head, state: "open", per_page: 1 });
  return found ? pullRequestOf(found) : null;
}

/** Opens the draft, or brings the open one's title and body up to date if they differ. */
export async function putPullRequest(
  client: GitHubClient,
  changeSet: ChangeSet,
  base: string,
): Promise<PullRequest> {
  const title = postedText(changeSet.title, TITLE_LIMIT);
  const body = postedText(changeSet.body);
  const open = await findPullRequest(client, changeSet.branch);
  if (open !== null) return updatePullRequest(client, open, { title, body });
  try {
    const parameters = { head: changeSet.branch, base, title, body, draft: true };
    return pullRequestOf(await client.call("POST /repos/{owner}/{repo}/pulls", parameters));
  } catch (error) {
    const raced = await findPullRequest(client, changeSet.branch);
    if (raced !== null) return updatePullRequest(client, raced, { title, body });
    const detail = `the branch ${changeSet.branch} was pushed, but its pull request was not opened: ${messageOf(error)}`;
    const remedy = "Send the command again, or open the pull request from the branch by hand";
    throw new GitHubError(`${client.owner}/${client.repo}`, detail, remedy, null, error);
  }
}

export async function updatePullRequest(
  client: GitHubClient,
  open: PullRequest,
  next: { readonly title: string; readonly body: string },
): Promise<PullRequest> {
  if (open.title === next.title && open.body === next.body) return open;
  return pullRequestOf(
    await client.call("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
      pull_number: open.number,
      ...next,
    }),
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function pullRequestOf(raw: {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body: string | null;
  readonly head: { readonly ref: string };
  readonly base: { readonly ref: string };
}): PullRequest {
  const body = (raw.body ?? "").replaceAll("\r\n", "\n");
  return {
    number: raw.number,
    url: raw.html_url,
    title: raw.title,
    body,
    branch: raw.head.ref,
    base: raw.base.ref,
  };
}
