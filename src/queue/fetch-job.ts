import typia from "typia";
import type { Job } from "./port.js";
import { QUEUE, type StoredJobs } from "./stored-jobs.js";

export interface FetchedJob {
  readonly id: string;
  readonly job: Job;
  readonly attempt: number;
  readonly last: boolean;
}

/** The next job that may be started; null if there is none. A stored job that cannot be read is failed for good. */
export async function fetchJob(jobs: StoredJobs): Promise<FetchedJob | null> {
  const [row] = await jobs.boss.fetch<unknown>(QUEUE, { batchSize: 1, includeMetadata: true });
  if (row === undefined) return null;
  const { id, data, retryCount, retryLimit } = row;
  if (typia.is<Job>(data)) return { id, job: data, attempt: retryCount + 1, last: retryCount >= retryLimit };
  await jobs.boss.cancel(QUEUE, id);
  jobs.settings.onError(new Error(`The stored job ${id} cannot be read; another version has written it`));
  return await fetchJob(jobs);
}
