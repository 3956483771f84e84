import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import { openBlobCache } from "../host/github/blob-cache.js";
import { neededPermissions } from "../host/github/endpoints.js";
import { EVENTS } from "../index.js";
import { openQueue } from "../queue/open-queue.js";
import { run } from "../run/run.js";
import { type AppOptions, startApp } from "../start-app.js";
import { openStore } from "../store/open-store.js";
import { freePort, startEmulator } from "./emulator/start-emulator.js";
import { comment, openIssue, personOf, pushFolder } from "./person.js";
import { showResult } from "./show-result.js";
import { Steps } from "./steps.js";

export interface DemoOptions extends Pick<AppOptions, "workshop" | "graphOf" | "progress"> {
  readonly out: (text: string) => void;
  /** What the app logs. */
  readonly logger: Logger;
  /** Folder of the embedded store's dump, which later runs start from. */
  readonly cache: string;
  /** The backend and the command; the bbs fixture and its comments unless told otherwise. */
  readonly backend?: string;
  readonly command?: string;
}

const FIXTURE = fileURLToPath(new URL("../../../fixtures/backends/bbs/", import.meta.url));
const AT = { owner: "acme", repo: "bbs" };
const PEOPLE = { acme: "token-of-acme", alice: "token-of-alice" };

/** GitHub, store and app on this machine: from a comment to its pull request. True if there is one in the end. */
export async function runDemo(options: DemoOptions): Promise<boolean> {
  const steps = new Steps(options.out);
  const folder = await mkdtemp(join(tmpdir(), "autobe-demo-"));
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const github = await steps.time("start GitHub's emulator", () =>
      startEmulator({ people: PEOPLE, ...AT, permissions: neededPermissions(), events: events() }),
    );
    closing.push(() => github.close());
    const owner = personOf(PEOPLE.acme, github.url);
    await owner.rest.repos.addCollaborator({ ...AT, username: "alice", permission: "push" });
    const files = await steps.time("push the backend", () =>
      pushFolder(owner, AT, options.backend ?? FIXTURE),
    );
    options.out(`  ${files} files in ${github.url}/${AT.owner}/${AT.repo}\n`);
    const app = await steps.time("start store and app", () => start(options, folder, github, closing));
    const alice = personOf(PEOPLE.alice, github.url);
    const issue = await openIssue(
      alice,
      AT,
      "Comments have to go",
      "Nobody reads them, and somebody has to moderate them.",
    );
    const command = options.command ?? "/autobe remove comments";
    options.out(`  alice writes on issue #${issue}: ${command}\n`);
    await steps.time("from comment to answer", async () => {
      await comment(alice, AT, issue, command);
      await github.hooks.settled();
      await app.idle();
    });
    const { ok, text } = await showResult(alice, AT, issue);
    options.out(`\n${text}\n\n${steps.summary()}\n`);
    return ok;
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

function events(): string[] {
  return EVENTS.map((event) => event.split(".")[0] ?? event);
}

type Emulated = Awaited<ReturnType<typeof startEmulator>>;

async function start(
  options: DemoOptions,
  folder: string,
  github: Emulated,
  closing: (() => Promise<unknown>)[],
) {
  const store = await openStore(null, { cache: options.cache, state: join(folder, "state") });
  closing.push(() => store.close());
  const queue = await openQueue(store, { pollSeconds: 0.5 });
  closing.push(() => queue.close());
  const { id, privateKey, secret } = github.app;
  const app = await startApp({
    ...options,
    credentials: { appId: id, privateKey, webhookSecret: secret },
    apiUrl: github.url,
    hostname: "127.0.0.1",
    port: await freePort(),
    throttle: false,
    queue,
    cache: openBlobCache(join(folder, "blobs")),
    markerKey: secret,
    run,
    healthy: async () => true,
  });
  closing.push(() => app.close());
  github.hooks.deliverTo(app.webhookUrl);
  return app;
}
