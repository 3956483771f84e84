import { readIssueForm } from "../change/issue-form/read-issue-form.js";
import type { Job, JobQueue } from "../queue/port.js";
import { type EventPayload, type IssuePayload, jobFrom } from "./job-from.js";

/** Somebody has given an issue a label. */
export const ISSUE_LABELED = "issues.labeled";

/** The label that asks for a plan of what the issue says. */
export const LABEL = "autobe";

/** The part of the payload that is used. */
export interface IssueLabeledPayload extends EventPayload {
  readonly issue: IssuePayload;
  readonly label?: { readonly name: string } | undefined;
}

/** The job that the label asks for, in the name of who set it; null for every other label, and for a form. */
export function jobOfLabel(deliveryId: string, payload: IssueLabeledPayload): Job | null {
  const { issue, label, sender } = payload;
  if (label?.name.toLowerCase() !== LABEL || readIssueForm(issue.body ?? "") !== null) return null;
  const text = `${issue.title}\n\n${issue.body ?? ""}`;
  return jobFrom(deliveryId, payload, {
    issue,
    author: sender,
    place: "label",
    commentId: 0,
    verb: "invalid",
    text,
  });
}

/** Stores what the label asks for and is done, as for a comment. */
export async function onIssueLabeled(
  deliveryId: string,
  payload: IssueLabeledPayload,
  queue: Pick<JobQueue, "enqueue">,
): Promise<"queued" | "known" | "ignored"> {
  const job = jobOfLabel(deliveryId, payload);
  return job === null ? "ignored" : await queue.enqueue(job);
}
