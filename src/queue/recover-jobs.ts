import { asking } from "../store/store-error.js";
import { QUEUE, type StoredJobs } from "./stored-jobs.js";

/**
 * Puts back the jobs whose worker is gone: marked as running, but nobody holds a lease for them. pg-boss alone would
 * notice only after the longest time that a job may take.
 */
export async function recoverJobs(jobs: StoredJobs): Promise<number> {
  const { store, boss, settings } = jobs;
  return await asking(store.place, "looking for abandoned jobs", async () => {
    const { rows } = await store.sql.executeSql(
      `SELECT j."id"::text AS id FROM pgboss.job j
       WHERE j.name = $1 AND j.state = 'active' AND j.started_on < clock_timestamp() - $2::float8 * interval '1 second'
         AND NOT EXISTS (
           SELECT 1 FROM "autobe_leases" l WHERE l."job_id" = j.id AND l."expires_at" > clock_timestamp())`,
      [QUEUE, settings.leaseSeconds],
    );
    const ids = rows.map((row) => String(row["id"]));
    for (const id of ids) await boss.fail(QUEUE, id, { message: "the worker is gone" });
    return ids.length;
  });
}
