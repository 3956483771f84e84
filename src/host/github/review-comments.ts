import type { BotIdentity } from "./bot-identity.js";
import { type Comment, commentOf, type Put, putAmong } from "./comments.js";
import type { GitHubClient } from "./github-client.js";
import { listAll } from "./list-all.js";

/** A comment on a line of a pull request. */
export async function findReviewComment(client: GitHubClient, id: number): Promise<Comment | null> {
  const raw = await client.find("GET /repos/{owner}/{repo}/pulls/comments/{comment_id}", { comment_id: id });
  return raw === null ? null : commentOf(raw);
}

/** What a review says as a whole. */
export async function findReview(client: GitHubClient, pull: number, id: number): Promise<Comment | null> {
  const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}";
  const raw = await client.find(route, { pull_number: pull, review_id: id });
  if (raw === null) return null;
  const { submitted_at: at, ...review } = raw;
  return commentOf({ ...review, ...(at === undefined ? {} : { created_at: at }) });
}

/** Comments on all lines of a pull request, oldest first. */
export async function listReviewComments(client: GitHubClient, pull: number): Promise<Comment[]> {
  const raw = await listAll((paging) =>
    client.call("GET /repos/{owner}/{repo}/pulls/{pull_number}/comments", { pull_number: pull, ...paging }),
  );
  return raw.map(commentOf);
}

/** Finds our comment that `mine` recognises and rewrites it, or answers in the thread of a line. */
export async function putReply(
  client: GitHubClient,
  bot: BotIdentity,
  at: { readonly pull: number; readonly thread: number },
  text: string,
  mine: (body: string) => boolean,
): Promise<Put> {
  const comments = await listReviewComments(client, at.pull);
  return await putAmong(comments, bot, text, mine, {
    update: (id, body) =>
      client.call("PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}", { comment_id: id, body }),
    create: (body) =>
      client.call("POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies", {
        pull_number: at.pull,
        comment_id: at.thread,
        body,
      }),
  });
}
