import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { neededPermissions } from "../host/github/endpoints.js";
import { EVENTS } from "../index.js";
import { startEmulator } from "./emulator/start-emulator.js";
import { comment, openIssue, personOf, pushFolder } from "./person.js";
import { recommendedAnswer } from "./recommended-answer.js";
import { showResult } from "./show-result.js";
import { type Closing, type LocalAppOptions, startLocalApp } from "./start-local-app.js";
import { Steps } from "./steps.js";

export interface DemoOptions extends LocalAppOptions {
  readonly out: (text: string) => void;
  /** The backend and the command; the bbs fixture and its comments unless told otherwise. */
  readonly backend?: string;
  readonly command?: string;
}

export const FIXTURE = fileURLToPath(new URL("../../../fixtures/backends/bbs/", import.meta.url));
export const ISSUE = {
  title: "Comments have to go",
  body: "Nobody reads them, and somebody has to moderate them.",
  command: "/autobe remove comments",
};

/** How often the demonstration answers before it gives up. */
const ROUNDS = 3;

const AT = { owner: "acme", repo: "bbs" };
const PEOPLE = { acme: "token-of-acme", alice: "token-of-alice" };

/** GitHub, store and app on this machine: from a comment to its pull request. True if there is one in the end. */
export async function runDemo(options: DemoOptions): Promise<boolean> {
  const steps = new Steps(options.out);
  const folder = await mkdtemp(join(tmpdir(), "autobe-demo-"));
  const closing: Closing = [() => rm(folder, { recursive: true, force: true })];
  try {
    const events = EVENTS.map((event) => event.split(".")[0] ?? event);
    const emulated = { people: PEOPLE, ...AT, permissions: neededPermissions(), events };
    const github = await steps.time("start GitHub's emulator", () => startEmulator(emulated));
    closing.push(() => github.close());
    const owner = personOf(PEOPLE.acme, github.url);
    await owner.rest.repos.addCollaborator({ ...AT, username: "alice", permission: "push" });
    const files = await steps.time("push the backend", () =>
      pushFolder(owner, AT, options.backend ?? FIXTURE),
    );
    options.out(`  ${files} files in ${github.url}/${AT.owner}/${AT.repo}\n`);
    const { id: appId, privateKey, secret: webhookSecret } = github.app;
    const account = {
      credentials: { appId, privateKey, webhookSecret },
      apiUrl: github.url,
      throttle: false,
    };
    const app = await steps.time("start store and app", () =>
      startLocalApp(options, account, folder, closing),
    );
    github.hooks.deliverTo(app.webhookUrl);
    const alice = personOf(PEOPLE.alice, github.url);
    const issue = await openIssue(alice, AT, ISSUE.title, ISSUE.body);
    const command = options.command ?? ISSUE.command;
    const ask = async (text: string): Promise<void> => {
      options.out(`  alice writes on issue #${issue}: ${text.replaceAll("\n", "\n    ")}\n`);
      await comment(alice, AT, issue, text);
      await github.hooks.settled();
      await app.idle();
    };
    await steps.time("from comment to answer", () => ask(command));
    for (let round = 0; round < ROUNDS; round++) {
      const answer = await recommendedAnswer(alice, AT, issue);
      if (answer === null) break;
      options.out(`\n${(await showResult(alice, AT, issue)).text}\n\n`);
      await steps.time("from decision to answer", () => ask(answer));
    }
    const { ok, text } = await showResult(alice, AT, issue);
    options.out(`\n${text}\n\n${steps.summary()}\n`);
    return ok;
  } finally {
    for (const close of closing.reverse()) await close();
  }
}
