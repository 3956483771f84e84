import { parseComment } from "../change/parse-comment.js";
import type { Job, JobQueue } from "../queue/port.js";
import { type Account, type EventPayload, type IssuePayload, jobFrom } from "./job-from.js";

/** The event that this file answers; `app.yml` subscribes to what stands in such constants, and to nothing else. */
export const ISSUE_COMMENT_CREATED = "issue_comment.created";

/** The part of the payload that is used. */
export interface IssueCommentPayload extends EventPayload {
  readonly comment: { readonly id: number; readonly body: string; readonly user: Account | null };
  readonly issue: IssuePayload;
}

/** The job that a comment asks for; null if it is not addressed to the bot, or a bot wrote it. */
export function jobOf(deliveryId: string, payload: IssueCommentPayload): Job | null {
  const { comment, issue } = payload;
  const [first] = parseComment(comment.body);
  if (!first) return null;
  return jobFrom(deliveryId, payload, {
    issue,
    author: comment.user,
    commentId: comment.id,
    verb: first.verb,
    text: comment.body,
  });
}
/** Stores what the comment asks for and is done: GitHub wants its answer within ten seconds. */
export async function onIssueComment(
  deliveryId: string,
  payload: IssueCommentPayload,
  queue: Pick<JobQueue, "enqueue">,
): Promise<"queued" | "known" | "ignored"> {
  const job = jobOf(deliveryId, payload);
  return job === null ? "ignored" : await queue.enqueue(job);
}
