import { LeaseLostError } from "../../../src/errors/lease-lost-error.js";
import type { Job, JobHandler, JobQueue } from "../../../src/queue/port.js";

export interface MemoryQueue extends JobQueue {
  readonly jobs: readonly Job[];
  /** Resolves when every job has been worked on. */
  idle(): Promise<void>;
  /** Makes the next checks of the lease fail. */
  loseLease(): void;
}

/** The queue's promises without a store: known deliveries are dropped, jobs come one after the other. */
export function memoryQueue(): MemoryQueue {
  const jobs: Job[] = [];
  const waiting: Job[] = [];
  let handler: JobHandler | null = null;
  let running: Promise<void> = Promise.resolve();
  let lost = false;
  const work = async (): Promise<void> => {
    for (let job = waiting.shift(); job && handler; job = waiting.shift()) {
      const check = async (): Promise<void> => {
        if (lost) throw new LeaseLostError("acme/bbs");
      };
      const context = {
        id: job.deliveryId,
        attempt: 1,
        last: true,
        signal: new AbortController().signal,
        check,
      };
      await handler(job, context).catch((error: unknown) => {
        if (!(error instanceof LeaseLostError)) throw error;
      });
    }
  };
  return {
    jobs,
    loseLease: () => void (lost = true),
    enqueue: async (job) => {
      if (jobs.some((known) => known.deliveryId === job.deliveryId)) return "known";
      jobs.push(job);
      waiting.push(job);
      running = running.then(work);
      return "queued";
    },
    idle: async () => {
      for (let last = null; last !== running;) await (last = running);
    },
    work: async (given) => {
      handler = given;
      running = running.then(work);
      return { idle: () => running, drain: async () => void (handler = null) };
    },
  };
}
