import type { Refused } from "../host.js";
import { type BotIdentity, isOurs } from "./bot-identity.js";
import type { GitHubClient } from "./github-client.js";
import { readTrailers } from "./trailers.js";

/** A branch of ours as it stands. */
export interface BranchState {
  readonly kind: "branch";
  readonly head: string;
  readonly headTree: string;
  /** Whether our commits on it start from the base of the change set. */
  readonly containsBase: boolean;
  /** Whether it holds nothing that the base lacks: merged, or never moved. */
  readonly behindBase: boolean;
}

/** Nobody's requests pile up that many commits; what is longer is not one of our branches. */
const MAX_COMMITS = 100;

/** Our branch, null if it does not exist. A commit that is not ours is a reason to leave it alone. */
export async function readBranch(
  client: GitHubClient,
  bot: BotIdentity,
  branch: string,
  base: string,
): Promise<BranchState | Refused | null> {
  const ref = await client.find("GET /repos/{owner}/{repo}/git/ref/{ref}", { ref: `heads/${branch}` });
  if (ref === null) return null;
  const head = ref.object.sha;
  const compared = await client.find("GET /repos/{owner}/{repo}/compare/{basehead}", {
    basehead: `${base}...${head}`,
    per_page: 1,
  });
  const behindBase = compared?.status === "behind" || compared?.status === "identical";
  const { tree } = await fetchCommit(client, head);
  const bases = behindBase ? new Set([base]) : await basesOf(client, bot, head);
  if (typeof bases === "string") return foreign(branch, bases);
  return { kind: "branch", head, headTree: tree.sha, containsBase: bases.has(base), behindBase };
}

/**
 * The commits that our work on the branch starts from, by our own trailers. Asking what the default branch holds
 * would not do: after a forced push there its old commits are nobody's edit of our branch. Gives the SHA of a
 * commit that is not ours instead, if there is one.
 */
async function basesOf(
  client: GitHubClient,
  bot: BotIdentity,
  head: string,
): Promise<ReadonlySet<string> | string> {
  const bases = new Set<string>();
  const seen = new Set<string>();
  const waiting = [head];
  for (let sha = waiting.pop(); sha !== undefined; sha = waiting.pop()) {
    if (seen.has(sha)) continue;
    seen.add(sha);
    const commit = await fetchCommit(client, sha);
    if (!isOurs(bot, commit) || seen.size > MAX_COMMITS) return sha;
    const start = readTrailers(commit.message).find(([key]) => key === "AutoBE-Base")?.[1];
    for (const parent of commit.parents)
      if (parent.sha === start) bases.add(start);
      else waiting.push(parent.sha);
  }
  return bases;
}

function fetchCommit(client: GitHubClient, sha: string) {
  return client.call("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", { commit_sha: sha });
}

function foreign(branch: string, sha: string): Refused {
  return {
    kind: "refused",
    reason: `The branch ${branch} holds a commit that is not the bot's: ${sha.slice(0, 12)}`,
    remedy:
      "Merge or rename the branch, then send the command again; other people's commits are never overwritten",
  };
}
