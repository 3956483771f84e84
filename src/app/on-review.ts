import { parseComment } from "../change/parse-comment.js";
import type { Job, JobQueue } from "../queue/port.js";
import { type Account, type EventPayload, type IssuePayload, jobFrom } from "./job-from.js";

/** Somebody has commented on a line of a pull request. */
export const LINE_COMMENT_CREATED = "pull_request_review_comment.created";

/** Somebody has sent a review; its comments on lines come as events of their own. */
export const REVIEW_SUBMITTED = "pull_request_review.submitted";

/** The parts of the payloads that are used. */
export interface LineCommentPayload extends EventPayload {
  readonly pull_request: IssuePayload;
  readonly comment: {
    readonly id: number;
    readonly body: string;
    readonly user: Account | null;
    readonly path: string;
    readonly line?: number | null;
    readonly side?: string | null;
    readonly in_reply_to_id?: number | null;
  };
}

export interface ReviewPayload extends EventPayload {
  readonly pull_request: IssuePayload;
  readonly review: { readonly id: number; readonly body: string | null; readonly user: Account | null };
}

/** The job that a comment on a line asks for; null if it is not addressed to the bot, or a bot wrote it. */
export function jobOfLine(deliveryId: string, payload: LineCommentPayload): Job | null {
  const { comment, pull_request: issue } = payload;
  const [first] = parseComment(comment.body);
  if (!first) return null;
  const line = comment.side === "LEFT" ? null : (comment.line ?? null);
  return jobFrom(deliveryId, payload, {
    issue,
    author: comment.user,
    place: "line",
    spot: { thread: comment.in_reply_to_id ?? comment.id, path: comment.path, line },
    commentId: comment.id,
    verb: first.verb,
    text: comment.body,
  });
}

/** The same for what a review says as a whole. */
export function jobOfReview(deliveryId: string, payload: ReviewPayload): Job | null {
  const { review, pull_request: issue } = payload;
  const text = review.body ?? "";
  const [first] = parseComment(text);
  if (!first) return null;
  const { id: commentId, user: author } = review;
  return jobFrom(deliveryId, payload, { issue, author, place: "review", commentId, verb: first.verb, text });
}

type Stored = Promise<"queued" | "known" | "ignored">;
type Queue = Pick<JobQueue, "enqueue">;

export async function onLineComment(id: string, payload: LineCommentPayload, queue: Queue): Stored {
  const job = jobOfLine(id, payload);
  return job === null ? "ignored" : await queue.enqueue(job);
}

export async function onReview(id: string, payload: ReviewPayload, queue: Queue): Stored {
  const job = jobOfReview(id, payload);
  return job === null ? "ignored" : await queue.enqueue(job);
}
