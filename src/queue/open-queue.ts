import PgBoss from "pg-boss";
import type { Store } from "../store/store.js";
import { asking } from "../store/store-error.js";
import { enqueueJob } from "./enqueue-job.js";
import { JobWorker } from "./job-worker.js";
import type { JobQueue } from "./port.js";
import { QUEUE, type QueueSettings, type StoredJobs } from "./stored-jobs.js";

/** The default suits runs of minutes; tests use shorter times. */
const DEFAULTS: QueueSettings = {
  leaseSeconds: 60,
  pollSeconds: 2,
  deferSeconds: 3,
  retryLimit: 3,
  retrySeconds: 10,
  onError: () => {},
};

export interface OpenQueue extends JobQueue {
  /** Stops what runs in the background; the store stays open. */
  close(): Promise<void>;
}

/** Durable jobs in the store: pg-boss carries them, our lease rows decide who may work. */
export async function openQueue(store: Store, settings: Partial<QueueSettings> = {}): Promise<OpenQueue> {
  const effective = { ...DEFAULTS, ...settings };
  const boss = new PgBoss({ db: { executeSql: store.sql.executeSql }, schedule: false });
  boss.on("error", effective.onError);
  await asking(store.place, "starting the queue", async () => {
    await boss.start();
    // A crash is noticed by the lease, so pg-boss's own expiry is only the last resort.
    const { retryLimit, retrySeconds: retryDelay } = effective;
    const options = {
      name: QUEUE,
      policy: "standard",
      retryLimit,
      retryDelay,
      expireInSeconds: 6 * 3600,
    } as const;
    await boss.createQueue(QUEUE, options);
    await boss.updateQueue(QUEUE, options);
  });
  const jobs: StoredJobs = { store, boss, settings: effective, wakers: new Set() };
  return {
    enqueue: async (job) => await enqueueJob(jobs, job),
    work: async (handler) => await Promise.resolve(new JobWorker(jobs, handler)),
    close: async () => await boss.stop({ graceful: false }),
  };
}
