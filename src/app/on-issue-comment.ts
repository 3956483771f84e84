import { parseComment } from "../change/parse-comment.js";
import type { Job, JobQueue } from "../queue/port.js";

/** The event that this file answers; `app.yml` subscribes to what stands in such constants, and to nothing else. */
export const ISSUE_COMMENT_CREATED = "issue_comment.created";

/** The part of the payload that is used. */
export interface IssueCommentPayload {
  readonly comment: { readonly id: number; readonly body: string; readonly user: Account | null };
  readonly issue: { readonly number: number; readonly title: string; readonly body: string | null };
  readonly repository: { readonly name: string; readonly owner: { readonly login: string } };
  readonly sender: Account;
  readonly installation?: { readonly id: number } | undefined;
}

interface Account {
  readonly login: string;
  readonly type?: string | undefined;
}

const TEXT_LIMIT = 65_536;
const TITLE_LIMIT = 1_024;

/** The job that a comment asks for; null if it is not addressed to the bot, or a bot wrote it. */
export function jobOf(deliveryId: string, payload: IssueCommentPayload): Job | null {
  const { comment, issue, repository, installation } = payload;
  if (!installation || !comment.user || isBot(comment.user) || isBot(payload.sender)) return null;
  const [first] = parseComment(comment.body);
  if (!first) return null;
  return {
    deliveryId,
    repository: { owner: repository.owner.login, repo: repository.name },
    installationId: installation.id,
    issue: issue.number,
    commentId: comment.id,
    actor: comment.user.login,
    verb: first.verb,
    text: comment.body.slice(0, TEXT_LIMIT),
    title: issue.title.slice(0, TITLE_LIMIT),
    body: (issue.body ?? "").slice(0, TEXT_LIMIT),
  };
}

function isBot({ login, type }: Account): boolean {
  return type === "Bot" || login.endsWith("[bot]");
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
