import type { Probot } from "probot";
import { ISSUE_COMMENT_CREATED, onIssueComment } from "./app/on-issue-comment.js";
import { ISSUE_LABELED, onIssueLabeled } from "./app/on-issue-labeled.js";
import { ISSUE_OPENED, onIssueOpened } from "./app/on-issue-opened.js";
import { LINE_COMMENT_CREATED, onLineComment, onReview, REVIEW_SUBMITTED } from "./app/on-review.js";
import type { JobQueue } from "./queue/port.js";

/** Every event the app listens to; `app.yml` subscribes to these and no others. */
export const EVENTS = [
  ISSUE_COMMENT_CREATED,
  ISSUE_OPENED,
  ISSUE_LABELED,
  LINE_COMMENT_CREATED,
  REVIEW_SUBMITTED,
] as const;

/** Handlers only store jobs; workers do the rest. */
export function autobeApp(queue: Pick<JobQueue, "enqueue">): (app: Probot) => void {
  return (app) => {
    app.on(ISSUE_COMMENT_CREATED, async ({ id, payload, log }) => {
      const result = await onIssueComment(id, payload, queue);
      log.info({ delivery: id, result }, "comment");
    });
    app.on(ISSUE_OPENED, async ({ id, payload, log }) => {
      const result = await onIssueOpened(id, payload, queue);
      log.info({ delivery: id, result }, "issue");
    });
    app.on(ISSUE_LABELED, async ({ id, payload, log }) => {
      const result = await onIssueLabeled(id, payload, queue);
      log.info({ delivery: id, result }, "label");
    });
    app.on(LINE_COMMENT_CREATED, async ({ id, payload, log }) => {
      const result = await onLineComment(id, payload, queue);
      log.info({ delivery: id, result }, "comment on a line");
    });
    app.on(REVIEW_SUBMITTED, async ({ id, payload, log }) => {
      const result = await onReview(id, payload, queue);
      log.info({ delivery: id, result }, "review");
    });
  };
}
