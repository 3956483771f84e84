import { findDelivery } from "../store/queries/find-delivery.js";
import { recordDelivery } from "../store/queries/record-delivery.js";
import { asking } from "../store/store-error.js";
import { jobIdOf } from "./job-id.js";
import type { Job } from "./port.js";
import { repositoryKey } from "./repository-key.js";
import { QUEUE, type StoredJobs } from "./stored-jobs.js";

/**
 * Stores the job, then its delivery. A crash in between leaves a job whose id the redelivery makes again, so no
 * order of events gives two jobs or none.
 */
export async function enqueueJob(jobs: StoredJobs, job: Job): Promise<"queued" | "known"> {
  if ((await findDelivery(jobs.store, job.deliveryId)) !== null) return "known";
  const id = jobIdOf(job.deliveryId);
  const options = { id, singletonKey: repositoryKey(job.repository) };
  const stored = await asking(jobs.store.place, "storing a job", () => jobs.boss.send(QUEUE, job, options));
  await recordDelivery(jobs.store, job.deliveryId, id);
  for (const wake of jobs.wakers) wake();
  return stored === null ? "known" : "queued";
}
