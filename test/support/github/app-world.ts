import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { Patch } from "../../../src/demo/emulator/exchange.js";
import { freePort } from "../../../src/demo/emulator/start-emulator.js";
import { buildGraph } from "../../../src/graph/build-graph.js";
import { openBlobCache } from "../../../src/host/github/blob-cache.js";
import { run } from "../../../src/run/run.js";
import { type RunningApp, startApp } from "../../../src/start-app.js";
import { SILENT } from "../../../src/util/progress.js";
import { type MemoryQueue, memoryQueue } from "./memory-queue.js";
import { type StubWorkshop, stubWorkshop, TINY } from "./stub-workshop.js";
import { OWNER, type Person, push, REPO, startWorld, type World } from "./world.js";

const at = { owner: OWNER, repo: REPO };

/** The app as people meet it: webhooks over HTTP, the emulated GitHub, one job after the other. */
export interface AppWorld extends World {
  readonly workshop: StubWorkshop;
  readonly queue: MemoryQueue;
  readonly app: RunningApp;
  issue(title?: string, body?: string): Promise<number>;
  /** Writes a comment, and waits until the app has answered; gives the comment's id. */
  say(person: Person, issue: number, text: string): Promise<number>;
  /** Gives an issue a label, and waits until the app has answered. */
  label(person: Person, issue: number, name: string): Promise<void>;
  settled(): Promise<void>;
  /** Texts of the bot's comments, oldest first. */
  answers(issue: number): Promise<string[]>;
  reactions(comment: number): Promise<string[]>;
  pulls(): Promise<
    { number: number; branch: string; sha: string; body: string; draft: boolean; title: string }[]
  >;
  /** The same app in a new process, with nothing in its store. */
  restart(): Promise<void>;
}

export async function startAppWorld(extra: readonly Patch[] = []): Promise<AppWorld> {
  const world = await startWorld(extra);
  await push(world.as("acme"), TINY);
  const folder = await mkdtemp(join(tmpdir(), "blobs-"));
  const workshop = stubWorkshop();
  const start = async (queue: MemoryQueue): Promise<RunningApp> => {
    const { app, url } = world.github;
    const running = await startApp({
      credentials: { appId: app.id, privateKey: app.privateKey, webhookSecret: app.secret },
      apiUrl: url,
      hostname: "127.0.0.1",
      port: await freePort(),
      throttle: false,
      queue,
      logger: pino({ level: "silent" }),
      cache: openBlobCache(folder),
      markerKey: "marker-key",
      run,
      workshop,
      graphOf: (backend) => buildGraph(backend),
      progress: SILENT,
      healthy: async () => true,
    });
    world.github.hooks.deliverTo(running.webhookUrl);
    return running;
  };
  const state = { queue: memoryQueue(), app: null as unknown as RunningApp };
  state.app = await start(state.queue);
  const settled = async (): Promise<void> => {
    await world.github.hooks.settled();
    await state.queue.idle();
    await world.github.hooks.settled();
  };
  const owner = world.as("acme");
  return {
    ...world,
    workshop,
    get queue() {
      return state.queue;
    },
    get app() {
      return state.app;
    },
    settled,
    issue: async (title = "Comments have to go", body = "Nobody uses them") =>
      (await world.as("alice").rest.issues.create({ ...at, title, body })).data.number,
    say: async (person, issue, text) => {
      const { data } = await world
        .as(person)
        .rest.issues.createComment({ ...at, issue_number: issue, body: text });
      await settled();
      return Number(data.id);
    },
    label: async (person, issue, name) => {
      await world.as(person).rest.issues.addLabels({ ...at, issue_number: issue, labels: [name] });
      await settled();
    },
    answers: async (issue) => {
      const { data } = await owner.rest.issues.listComments({ ...at, issue_number: issue, per_page: 100 });
      return data.filter(({ user }) => user?.login === "autobe-bot[bot]").map(({ body }) => body ?? "");
    },
    reactions: async (comment) => {
      const { data } = await owner.rest.reactions.listForIssueComment({ ...at, comment_id: comment });
      return data.map(({ content }) => content);
    },
    pulls: async () => {
      const { data } = await owner.rest.pulls.list({ ...at, state: "all" });
      return data.map(({ number, head, body, draft, title }) => ({
        number,
        branch: head.ref,
        sha: head.sha,
        body: body ?? "",
        draft: draft ?? false,
        title,
      }));
    },
    restart: async () => {
      await state.app.close();
      state.queue = memoryQueue();
      state.app = await start(state.queue);
    },
    close: async () => {
      await settled();
      await state.app.close();
      await world.close();
      await rm(folder, { recursive: true });
    },
  };
}
