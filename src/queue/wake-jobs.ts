import { asking } from "../store/store-error.js";
import { QUEUE, type StoredJobs } from "./stored-jobs.js";

/** Lets the jobs that wait for a repository be looked at now that its lease is free. */
export async function wakeJobs(jobs: StoredJobs, repository: string): Promise<void> {
  await asking(jobs.store.place, "waking jobs", () =>
    jobs.store.sql.executeSql(
      `UPDATE pgboss.job SET start_after = created_on
       WHERE name = $1 AND singleton_key = $2 AND state = 'created' AND start_after > created_on`,
      [QUEUE, repository],
    ),
  );
}
