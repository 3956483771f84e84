import { parseComment } from "../change/parse-comment.js";
import { readIssueForm } from "../change/issue-form/read-issue-form.js";
import type { Job, JobQueue } from "../queue/port.js";
import { type Account, type EventPayload, type IssuePayload, jobFrom } from "./job-from.js";

/** Somebody has opened an issue, perhaps with the form that `autobe-bot issue-form` prints. */
export const ISSUE_OPENED = "issues.opened";

/** The part of the payload that is used. */
export interface IssueOpenedPayload extends EventPayload {
  readonly issue: IssuePayload & { readonly user: Account | null };
}

/** The job that a filled-in form asks for; null for every other issue. */
export function jobOfIssue(deliveryId: string, payload: IssueOpenedPayload): Job | null {
  const { issue } = payload;
  const text = issue.body ?? "";
  const form = readIssueForm(text);
  if (form === null) return null;
  const [first] = form.ok ? parseComment(textOf(form.lines)) : [];
  const verb = first?.verb ?? "invalid";
  return jobFrom(deliveryId, payload, { issue, author: issue.user, place: "form", commentId: 0, verb, text });
}

/** The lines of a form as a comment says them. */
export function textOf(lines: readonly string[]): string {
  return lines.map((line) => `/autobe ${line}`).join("\n");
}

/** Stores what the form asks for and is done, as for a comment. */
export async function onIssueOpened(
  deliveryId: string,
  payload: IssueOpenedPayload,
  queue: Pick<JobQueue, "enqueue">,
): Promise<"queued" | "known" | "ignored"> {
  const job = jobOfIssue(deliveryId, payload);
  return job === null ? "ignored" : await queue.enqueue(job);
}
