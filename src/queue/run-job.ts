import { LeaseLostError } from "../errors/lease-lost-error.js";
import { holdsLease } from "../store/queries/holds-lease.js";
import { releaseLease } from "../store/queries/release-lease.js";
import { type Lease, takeLease } from "../store/queries/take-lease.js";
import type { FetchedJob } from "./fetch-job.js";
import { Heartbeat } from "./heartbeat.js";
import { isFirst } from "./is-first.js";
import type { JobContext, JobHandler } from "./port.js";
import { putBackJob } from "./put-back-job.js";
import { repositoryKey } from "./repository-key.js";
import { QUEUE, type StoredJobs } from "./stored-jobs.js";
import { wakeJobs } from "./wake-jobs.js";

/**
 * Runs one fetched job under the lease of its repository; where that is busy the job is put back.
 *
 *     waiting → running → completed
 *        ↑         ├────→ waiting    repository busy, or the worker has to stop: no attempt counted
 *        ├─────────┤                 handler failed, or the worker is gone: an attempt counted
 *        └ limit → failed
 */
export async function runJob(
  jobs: StoredJobs,
  fetched: FetchedJob,
  handler: JobHandler,
  holder: string,
  cut: AbortSignal,
): Promise<void> {
  const repository = repositoryKey(fetched.job.repository);
  const { leaseSeconds, deferSeconds } = jobs.settings;
  const lease = (await isFirst(jobs, fetched.id, repository))
    ? await takeLease(jobs.store, repository, holder, fetched.id, leaseSeconds)
    : null;
  if (lease === null) return await putBackJob(jobs, fetched.id, deferSeconds);
  const abort = new AbortController();
  const heartbeat = new Heartbeat(jobs, lease, abort);
  const signal = AbortSignal.any([abort.signal, cut]);
  try {
    await finish(jobs, fetched, cut, () => handler(fetched.job, contextOf(jobs, fetched, lease, signal)));
  } finally {
    await heartbeat.stop();
    await releaseLease(jobs.store, lease);
    await wakeJobs(jobs, repository);
  }
}

async function finish(
  jobs: StoredJobs,
  fetched: FetchedJob,
  cut: AbortSignal,
  handle: () => Promise<void>,
): Promise<void> {
  try {
    await handle();
  } catch (error) {
    jobs.settings.onError(error);
    // Whoever holds the lease now, or whoever notices that nobody does, decides about the job.
    if (error instanceof LeaseLostError) return;
    if (cut.aborted) return await putBackJob(jobs, fetched.id, 0);
    await jobs.boss.fail(QUEUE, fetched.id, {
      message: error instanceof Error ? error.message : String(error),
    });
    return;
  }
  await jobs.boss.complete(QUEUE, fetched.id);
}

function contextOf(jobs: StoredJobs, fetched: FetchedJob, lease: Lease, signal: AbortSignal): JobContext {
  const { id, attempt, last } = fetched;
  const check = async (): Promise<void> => {
    signal.throwIfAborted();
    if (!(await holdsLease(jobs.store, lease))) throw new LeaseLostError(lease.repository);
  };
  return { id, attempt, last, signal, check };
}
