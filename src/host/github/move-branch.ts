import { GitHubError } from "../../errors/github-error.js";
import type { Refused } from "../host.js";
import type { BranchState } from "./read-branch.js";
import type { GitHubClient } from "./github-client.js";

/** Creates the branch or moves it forward, never by force: whoever pushed in between keeps what they pushed. */
export async function moveBranch(
  client: GitHubClient,
  branch: string,
  before: BranchState | null,
  head: string,
): Promise<Refused | null> {
  if (before?.head === head) return null;
  try {
    if (before === null)
      await client.call("POST /repos/{owner}/{repo}/git/refs", { ref: `refs/heads/${branch}`, sha: head });
    else
      await client.call("PATCH /repos/{owner}/{repo}/git/refs/{ref}", {
        ref: `heads/${branch}`,
        sha: head,
        force: false,
      });
    return null;
  } catch (error) {
    const client4xx = error instanceof GitHubError && error.status !== null && error.status < 500;
    if (!client4xx || error.status === 401) throw error;
    return await explain(client, branch, before, head, error);
  }
}

async function explain(
  client: GitHubClient,
  branch: string,
  before: BranchState | null,
  head: string,
  error: GitHubError,
): Promise<Refused> {
  const now = await client.find("GET /repos/{owner}/{repo}/git/ref/{ref}", { ref: `heads/${branch}` });
  if ((now?.object.sha ?? null) !== (before?.head ?? null))
    return {
      kind: "refused",
      reason: `Somebody else wrote to the branch ${branch} in the meantime, so nothing was pushed`,
      remedy: "Look at the branch, then send the command again",
    };
  return {
    kind: "refused",
    reason: `GitHub refused the push to ${branch} (${error.detail}); no branch was moved`,
    remedy: `The work is kept as commit ${head}: let the app push to autobe/** in the rules of the repository, then send the command again`,
  };
}
