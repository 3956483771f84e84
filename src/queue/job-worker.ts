import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { countJobs } from "./count-jobs.js";
import { fetchJob } from "./fetch-job.js";
import type { JobHandler, Worker } from "./port.js";
import { putBackJob } from "./put-back-job.js";
import { recoverJobs } from "./recover-jobs.js";
import { runJob } from "./run-job.js";
import type { StoredJobs } from "./stored-jobs.js";

/** Takes one job after the other, from the moment it is made until it is drained. */
export class JobWorker implements Worker {
  /** Names this worker in its leases. */
  private readonly holder = `${hostname()} ${process.pid} ${randomUUID()}`;
  private readonly stopping = new AbortController();
  private readonly cutting = new AbortController();
  private readonly loop: Promise<void>;
  private wake = new AbortController();

  public constructor(
    private readonly jobs: StoredJobs,
    private readonly handler: JobHandler,
  ) {
    jobs.wakers.add(this.onStored);
    this.loop = this.work();
  }

  public async idle(): Promise<void> {
    while ((await countJobs(this.jobs)) > 0) await sleep(50);
  }

  public async drain(withinMilliseconds?: number): Promise<void> {
    this.stopping.abort();
    this.onStored();
    const timer =
      withinMilliseconds === undefined
        ? undefined
        : setTimeout(() => this.cutting.abort(new Error("the worker has to stop")), withinMilliseconds);
    await this.loop;
    clearTimeout(timer);
    this.jobs.wakers.delete(this.onStored);
  }

  private readonly onStored = (): void => this.wake.abort();

  private async work(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      // A job that is stored from here on ends the pause below, however short before it came.
      this.wake = new AbortController();
      const worked = await this.turn();
      if (!worked) await pause(this.jobs.settings.pollSeconds * 1000, this.wake.signal);
    }
  }

  /** One look at the queue; whatever goes wrong is told, and the next look comes. */
  private async turn(): Promise<boolean> {
    try {
      await recoverJobs(this.jobs);
      const fetched = await fetchJob(this.jobs);
      if (fetched === null) return false;
      if (this.stopping.signal.aborted) await putBackJob(this.jobs, fetched.id, 0);
      else await runJob(this.jobs, fetched, this.handler, this.holder, this.cutting.signal);
      return true;
    } catch (error) {
      this.jobs.settings.onError(error);
      return false;
    }
  }
}

async function pause(milliseconds: number, wake: AbortSignal): Promise<void> {
  if (wake.aborted) return;
  await sleep(milliseconds, undefined, { signal: wake }).catch(() => {});
}
