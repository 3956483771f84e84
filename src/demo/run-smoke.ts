import { createHmac, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Octokit } from "@octokit/rest";
import { ProbotOctokit } from "probot";
import type { AppCredentials } from "../config/environment.js";
import { WorldError } from "../errors/world-error.js";
import { comment, openIssue, personOf, pushFolder, type Repository } from "./person.js";
import { FIXTURE, ISSUE } from "./run-demo.js";
import { showResult } from "./show-result.js";
import { type Closing, type LocalAppOptions, startLocalApp } from "./start-local-app.js";
import { Steps } from "./steps.js";

export interface SmokeOptions extends LocalAppOptions {
  readonly out: (text: string) => void;
  readonly credentials: AppCredentials;
  readonly apiUrl: string;
  /** Token of a person with write permission. */
  readonly token: string;
  /** A repository made for this; the app has to be installed on it. */
  readonly at: Repository;
}

/** More files than a fresh repository has mean that somebody works there. */
const FRESH = 3;

/**
 * The demonstration's way against real GitHub. Webhooks do not reach this machine, so the one of the comment is put
 * together from what GitHub says about it, signed, and delivered to the app here.
 */
export async function runSmoke(options: SmokeOptions): Promise<boolean> {
  const { at, out } = options;
  const steps = new Steps(out);
  const person = personOf(options.token, options.apiUrl);
  const folder = await mkdtemp(join(tmpdir(), "autobe-smoke-"));
  const closing: Closing = [() => rm(folder, { recursive: true, force: true })];
  try {
    await prepare(person, at, steps);
    const account = { credentials: options.credentials, apiUrl: options.apiUrl, throttle: true };
    const app = await steps.time("start store and app", () =>
      startLocalApp(options, account, folder, closing),
    );
    const issue = await openIssue(person, at, ISSUE.title, ISSUE.body);
    out(`  on issue #${issue}: ${ISSUE.command}\n`);
    await steps.time("from comment to answer", async () => {
      const id = await comment(person, at, issue, ISSUE.command);
      await deliver(
        await payloadOf(person, options, issue, id),
        options.credentials.webhookSecret,
        app.webhookUrl,
      );
      await app.idle();
    });
    const { ok, text } = await showResult(person, at, issue);
    out(`\n${text}\n\n${steps.summary()}\n`);
    return ok;
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/** Only an empty repository is filled; one that holds the fixture already is used as it is. */
async function prepare(person: Octokit, at: Repository, steps: Steps): Promise<void> {
  const branch = (await person.rest.repos.get({ ...at })).data.default_branch;
  const { data } = await person.rest.git.getTree({ ...at, tree_sha: branch, recursive: "1" });
  const files = data.tree.filter((entry) => entry.type === "blob").map((entry) => entry.path);
  if (files.includes("prisma.config.ts")) return;
  const where = `${at.owner}/${at.repo}`;
  if (files.length > FRESH)
    throw new WorldError(
      "host",
      where,
      `it holds ${files.length} files already`,
      "Name a repository made for this",
    );
  await steps.time("push the backend", () => pushFolder(person, at, FIXTURE));
}

async function payloadOf(
  person: Octokit,
  options: SmokeOptions,
  issue: number,
  commentId: number,
): Promise<object> {
  const { at, credentials, apiUrl } = options;
  const auth = { appId: credentials.appId, privateKey: credentials.privateKey };
  const app = new ProbotOctokit({ auth, baseUrl: apiUrl });
  const installation = await app.request("GET /repos/{owner}/{repo}/installation", { ...at });
  const [said, about, repository] = await Promise.all([
    person.rest.issues.getComment({ ...at, comment_id: commentId }),
    person.rest.issues.get({ ...at, issue_number: issue }),
    person.rest.repos.get({ ...at }),
  ]);
  return {
    action: "created",
    comment: said.data,
    issue: about.data,
    repository: repository.data,
    sender: said.data.user,
    installation: { id: installation.data.id },
  };
}

async function deliver(payload: object, secret: string, url: string): Promise<void> {
  const body = JSON.stringify(payload);
  const headers = {
    "content-type": "application/json",
    "x-github-event": "issue_comment",
    "x-github-delivery": randomUUID(),
    "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
  };
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) throw new Error(`the app answered its webhook with ${response.status}`);
}
