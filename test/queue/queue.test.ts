import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { LeaseLostError } from "../../src/errors/lease-lost-error.js";
import { type OpenQueue, openQueue } from "../../src/queue/open-queue.js";
import type { Job, JobContext } from "../../src/queue/port.js";
import type { QueueSettings } from "../../src/queue/stored-jobs.js";
import type { Store } from "../../src/store/store.js";
import { TempStores } from "../helpers/temp-store.js";

const stores = new TempStores();
let store: Store;
let errors: unknown[] = [];
const queues: OpenQueue[] = [];

beforeAll(async () => {
  store = await stores.open();
});
beforeEach(() => {
  errors = [];
});
afterAll(async () => {
  for (const queue of queues) await queue.close();
  await stores.removeAll();
});

async function open(settings: Partial<QueueSettings> = {}): Promise<OpenQueue> {
  const onError = (error: unknown): void => void errors.push(error);
  const quick = { pollSeconds: 0.05, deferSeconds: 0.05, retrySeconds: 0, onError };
  const queue = await openQueue(store, { ...quick, ...settings });
  queues.push(queue);
  return queue;
}

let counter = 0;

function job(text: string, repo = "b"): Job {
  return {
    deliveryId: `delivery-${++counter}`,
    repository: { owner: "A", repo },
    installationId: 1,
    issue: 2,
    commentId: 3,
    actor: "ada",
    verb: "remove",
    text,
    title: "title",
    body: "ünïcode \u{1f389} 'quoted'",
  };
}

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe("the queue", () => {
  it("makes one job of a delivery, however often it comes", async () => {
    const queue = await open();
    const seen: Job[] = [];
    const mine = job("remove comments");
    expect(await Promise.all([queue.enqueue(mine), queue.enqueue(mine)])).toContain("queued");
    expect(await queue.enqueue(mine)).toBe("known");
    const worker = await queue.work(async (done) => void seen.push(done));
    await worker.idle();
    expect(await queue.enqueue(mine)).toBe("known");
    await worker.idle();
    await worker.drain();
    expect(seen).toEqual([mine]);
    expect(errors).toEqual([]);
  });

  it("does one job per repository at a time, in the order they came, and others beside", async () => {
    const queue = await open();
    const running = new Set<string>();
    const order: string[] = [];
    let together = 0;
    const handle = async ({ repository, text }: Job): Promise<void> => {
      if (running.has(repository.repo)) throw new Error("two at once");
      running.add(repository.repo);
      together = Math.max(together, running.size);
      order.push(text);
      await new Promise((resolve) => setTimeout(resolve, 30));
      running.delete(repository.repo);
    };
    for (const text of ["1", "2", "3", "4"]) await queue.enqueue(job(text, "same"));
    await queue.enqueue(job("other", "other"));
    const workers = [await queue.work(handle), await queue.work(handle)];
    await workers[0]?.idle();
    for (const worker of workers) await worker.drain();
    expect(order.filter((text) => text !== "other")).toEqual(["1", "2", "3", "4"]);
    expect(order).toContain("other");
    expect(together).toBe(2);
    expect(errors).toEqual([]);
  });

  it("tries again after a failure, and says which attempt is the last", async () => {
    const queue = await open({ retryLimit: 2 });
    const attempts: [number, boolean][] = [];
    await queue.enqueue(job("fails"));
    const worker = await queue.work(async (_job, { attempt, last }) => {
      attempts.push([attempt, last]);
      throw new Error("the disk is full");
    });
    await worker.idle();
    await worker.drain();
    expect(attempts).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(errors).toHaveLength(3);
  });

  it("gives the job of a silent worker to another one, and lets the first write nothing more", async () => {
    const queue = await open({ leaseSeconds: 0.2 });
    const stuck = gate();
    const contexts: JobContext[] = [];
    await queue.enqueue(job("slow"));
    const handle = async (_job: Job, context: JobContext): Promise<void> => {
      contexts.push(context);
      if (contexts.length > 1) return await context.check();
      await context.check();
      // A worker that hangs so hard that its heartbeat stands still.
      await store.sql.executeSql("UPDATE autobe_leases SET expires_at = now() - interval '1 hour'");
      await stuck.opened;
      await expect(context.check()).rejects.toThrow(LeaseLostError);
      throw new LeaseLostError("a/b");
    };
    const workers = [await queue.work(handle), await queue.work(handle)];
    await workers[0]?.idle();
    stuck.open();
    for (const worker of workers) await worker.drain();
    expect(contexts.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(contexts[0]?.signal.aborted).toBe(true);
    expect(contexts[1]?.signal.aborted).toBe(false);
  });

  it("drains: the running job ends, the next one waits for another worker", async () => {
    const queue = await open();
    const first = gate();
    const started = gate();
    const seen: string[] = [];
    await queue.enqueue(job("running"));
    const worker = await queue.work(async ({ text }) => {
      started.open();
      await first.opened;
      seen.push(text);
    });
    await started.opened;
    await queue.enqueue(job("waiting"));
    const drained = worker.drain();
    first.open();
    await drained;
    expect(seen).toEqual(["running"]);
    const second = await queue.work(async ({ text }) => void seen.push(text));
    await second.idle();
    await second.drain();
    expect(seen).toEqual(["running", "waiting"]);
  });

  it("puts a job back that does not end in time, without counting an attempt", async () => {
    const queue = await open();
    const started = gate();
    const attempts: number[] = [];
    await queue.enqueue(job("endless"));
    const worker = await queue.work(async (_job, { attempt, signal }) => {
      attempts.push(attempt);
      started.open();
      await once(signal, "abort");
      signal.throwIfAborted();
    });
    await started.opened;
    await worker.drain(10);
    const second = await queue.work(async (_job, { attempt }) => void attempts.push(attempt));
    await second.idle();
    await second.drain();
    expect(attempts).toEqual([1, 1]);
  });

  it("goes on after a crash of the whole process", async () => {
    const folders = stores.folders();
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, "crash-child.js"), folders.state, folders.cache],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    for await (const chunk of child.stdout) if (String(chunk).includes("running")) break;
    child.kill("SIGKILL");
    await once(child, "exit");
    const reopened = await stores.open(folders);
    const queue = await openQueue(reopened, { leaseSeconds: 0.2, pollSeconds: 0.05, retrySeconds: 0 });
    const seen: [string, number][] = [];
    const worker = await queue.work(async ({ text }, { attempt }) => void seen.push([text, attempt]));
    await worker.idle();
    await worker.drain();
    await queue.close();
    expect(seen).toEqual([["crashes", 2]]);
  });
});
