import { GitHubError } from "../../errors/github-error.js";
import type { GitHubClient } from "./github-client.js";

/** Accepted, done, refused. */
export type Reaction = "eyes" | "rocket" | "confused";

/** Reacts to a comment; doing it twice is harmless, and a host without reactions is not an error. */
export async function reactToComment(client: GitHubClient, id: number, content: Reaction): Promise<void> {
  const route = "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";
  await ifThereAreAny(client.call(route, { comment_id: id, content }));
}

/** The same for what opens an issue. */
export async function reactToIssue(client: GitHubClient, issue: number, content: Reaction): Promise<void> {
  const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/reactions";
  await ifThereAreAny(client.call(route, { issue_number: issue, content }));
}

/** The same for a comment on a line. */
export async function reactToLine(client: GitHubClient, id: number, content: Reaction): Promise<void> {
  const route = "POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions";
  await ifThereAreAny(client.call(route, { comment_id: id, content }));
}

async function ifThereAreAny(reacted: Promise<unknown>): Promise<void> {
  try {
    await reacted;
  } catch (error) {
    if (!(error instanceof GitHubError && error.status === 404)) throw error;
  }
}
