import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { pino } from "pino";
import { Probot } from "probot";
import { type IssueCommentPayload, jobOf } from "../../src/app/on-issue-comment.js";
import { type IssueOpenedPayload, jobOfIssue } from "../../src/app/on-issue-opened.js";
import {
  jobOfLine,
  jobOfReview,
  type LineCommentPayload,
  type ReviewPayload,
} from "../../src/app/on-review.js";
import { autobeApp } from "../../src/index.js";
import type { Job } from "../../src/queue/port.js";
import { filledIn } from "../support/issue-form.js";

interface Definition {
  readonly name: string;
  readonly examples: readonly (Record<string, unknown> & { readonly action?: string })[];
}

const place = createRequire(import.meta.url).resolve("@octokit/webhooks-examples/api.github.com/index.json");
const definitions = JSON.parse(readFileSync(place, "utf8")) as Definition[];
const created = examplesOf("issue_comment").filter(
  ({ action }) => action === "created",
) as unknown as IssueCommentPayload[];

function examplesOf(event: string) {
  return definitions.find(({ name }) => name === event)?.examples ?? [];
}

function withText(payload: IssueCommentPayload, body: string): IssueCommentPayload {
  return { ...payload, comment: { ...payload.comment, body }, installation: { id: 7 } };
}

describe("GitHub's own webhook examples", () => {
  it("are taken by the app, every event of them, and none of them is a job", async () => {
    const jobs: Job[] = [];
    const probot = new Probot({ githubToken: "token", log: pino({ level: "silent" }) });
    await probot.load(autobeApp({ enqueue: async (job) => (jobs.push(job), "queued") }));
    let count = 0;
    for (const { name, examples } of definitions)
      for (const payload of examples) {
        // The examples' type is looser than what Probot takes; their content is GitHub's.
        await probot.receive({ id: String(++count), name, payload } as unknown as Parameters<
          Probot["receive"]
        >[0]);
      }
    expect(count).toBeGreaterThan(200);
    expect(jobs).toEqual([]);
  });

  it("become a job when they hold a command", () => {
    expect(created.length).toBeGreaterThan(0);
    for (const payload of created) {
      const job = jobOf("d", withText(payload, "/autobe remove comments\nplease"));
      expect(job).toMatchObject({
        deliveryId: "d",
        installationId: 7,
        verb: "remove",
        issue: payload.issue.number,
      });
      expect(job?.actor).toBe(payload.comment.user?.login);
    }
  });

  it("become a job on a line, in a review, and where an issue is opened with the form", () => {
    const command = "/autobe remove comments";
    const lines = examplesOf("pull_request_review_comment") as unknown as LineCommentPayload[];
    const reviews = examplesOf("pull_request_review") as unknown as ReviewPayload[];
    const issues = examplesOf("issues") as unknown as IssueOpenedPayload[];
    for (const list of [lines, reviews, issues]) expect(list.length).toBeGreaterThan(0);
    const installation = { id: 7 };
    for (const payload of lines) {
      const { comment, pull_request: pull } = payload;
      const job = jobOfLine("d", { ...payload, comment: { ...comment, body: command }, installation });
      expect(job).toMatchObject({ place: "line", commentId: comment.id, issue: pull.number, verb: "remove" });
      expect(job?.spot).toMatchObject({ thread: comment.in_reply_to_id ?? comment.id, path: comment.path });
      expect(job?.spot).toHaveProperty("line");
    }
    for (const payload of reviews) {
      const { review, pull_request: pull } = payload;
      const job = jobOfReview("d", { ...payload, review: { ...review, body: command }, installation });
      expect(job).toMatchObject({ place: "review", commentId: review.id, issue: pull.number });
    }
    for (const payload of issues) {
      const body = filledIn("remove feature", { Feature: "comments" });
      const job = jobOfIssue("d", { ...payload, issue: { ...payload.issue, body }, installation });
      expect(job).toMatchObject({ place: "form", commentId: 0, issue: payload.issue.number, verb: "remove" });
    }
  });

  it("are nobody's command when a bot sent them, or the app is not installed", () => {
    for (const payload of created) {
      const command = withText(payload, "/autobe remove comments");
      expect(jobOf("d", { ...command, sender: { login: "renovate[bot]", type: "Bot" } })).toBeNull();
      expect(
        jobOf("d", { ...command, comment: { ...command.comment, user: { login: "x", type: "Bot" } } }),
      ).toBeNull();
      expect(jobOf("d", { ...command, comment: { ...command.comment, user: null } })).toBeNull();
      const { installation, ...rest } = command;
      expect(installation && jobOf("d", rest)).toBeNull();
    }
  });

  it("keep their size: a comment of 100 kB, a title of any length", () => {
    const [payload] = created as [IssueCommentPayload];
    const big = withText(payload, `/autobe remove comments\n${"x".repeat(100_000)}`);
    const job = jobOf("d", {
      ...big,
      issue: { ...big.issue, title: "t".repeat(5000), body: "b".repeat(100_000) },
    });
    expect(job?.text.length).toBeLessThanOrEqual(65_536);
    expect(job?.title.length).toBeLessThanOrEqual(1_024);
    expect(job?.body.length).toBeLessThanOrEqual(65_536);
    expect(jobOf("d", withText(payload, "x".repeat(100_000)))).toBeNull();
    const hidden = jobOf("d", withText(payload, `/autobe ${"remove ".repeat(20_000)}`));
    expect(hidden?.verb).toBe("remove");
  });
});
