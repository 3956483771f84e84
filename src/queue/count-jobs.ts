import { asking } from "../store/store-error.js";
import { QUEUE, type StoredJobs } from "./stored-jobs.js";

/** How many jobs are waiting or running. */
export async function countJobs(jobs: StoredJobs): Promise<number> {
  const { rows } = await asking(jobs.store.place, "counting jobs", () =>
    jobs.store.sql.executeSql(
      "SELECT count(*)::int AS open FROM pgboss.job WHERE name = $1 AND state < 'completed'",
      [QUEUE],
    ),
  );
  return Number(rows[0]?.["open"] ?? 0);
}
