import { GitHubError } from "../../errors/github-error.js";
import type { GitHubClient } from "./github-client.js";

/** Accepted, done, refused. */
export type Reaction = "eyes" | "rocket" | "confused";

/** Reacts to a comment; doing it twice is harmless, and a host without reactions is not an error. */
export async function react(client: GitHubClient, comment: number, content: Reaction): Promise<void> {
  try {
    const parameters = { comment_id: comment, content };
    await client.call("POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions", parameters);
  } catch (error) {
    if (!(error instanceof GitHubError && error.status === 404)) throw error;
  }
}
