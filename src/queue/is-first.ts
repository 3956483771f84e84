import { asking } from "../store/store-error.js";
import { QUEUE, type StoredJobs } from "./stored-jobs.js";

/** Whether no older job of the same repository is waiting: what a person wrote first is done first. */
export async function isFirst(jobs: StoredJobs, jobId: string, repository: string): Promise<boolean> {
  const { rows } = await asking(jobs.store.place, "looking for older jobs", () =>
    jobs.store.sql.executeSql(
      `SELECT 1 FROM pgboss.job older JOIN pgboss.job mine ON mine.name = older.name AND mine.id = $2::uuid
       WHERE older.name = $1 AND older.singleton_key = $3 AND older.state < 'active'
         AND (older.created_on, older.id) < (mine.created_on, mine.id) LIMIT 1`,
      [QUEUE, jobId, repository],
    ),
  );
  return rows.length === 0;
}
