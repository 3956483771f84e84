import { asking } from "../store/store-error.js";
import { QUEUE, type StoredJobs } from "./stored-jobs.js";

/**
 * Gives a fetched job back without counting an attempt, which pg-boss has no call for: it counts one at the next
 * fetch if the job has been started before.
 */
export async function putBackJob(jobs: StoredJobs, jobId: string, seconds: number): Promise<void> {
  await asking(jobs.store.place, "putting a job back", () =>
    jobs.store.sql.executeSql(
      `UPDATE pgboss.job SET state = 'created', started_on = NULL,
         start_after = clock_timestamp() + $3::float8 * interval '1 second'
       WHERE name = $1 AND id = $2::uuid AND state = 'active'`,
      [QUEUE, jobId, seconds],
    ),
  );
}
