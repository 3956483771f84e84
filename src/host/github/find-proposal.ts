import type { GitHubClient } from "./github-client.js";
import { findPullRequest, type PullRequest } from "./pull-requests.js";

/** The open proposal of an issue: a branch `autobe/<issue>` or `autobe/<issue>-…` with an open pull request. */
export async function findProposal(client: GitHubClient, issue: number): Promise<PullRequest | null> {
  const prefix = `autobe/${issue}`;
  const refs = await client.call("GET /repos/{owner}/{repo}/git/matching-refs/{ref}", {
    ref: `heads/${prefix}`,
  });
  for (const { ref } of refs) {
    const branch = ref.replace(/^refs\/heads\//, "");
    if (branch !== prefix && !branch.startsWith(`${prefix}-`)) continue;
    const open = await findPullRequest(client, branch);
    if (open !== null) return open;
  }
  return null;
}
