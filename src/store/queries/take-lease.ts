import type { Store } from "../store.js";
import { asking } from "../store-error.js";

/** The right to work on a repository, for as long as it is renewed. */
export interface Lease {
  readonly repository: string;
  /** Fencing token: a later holder's is larger. */
  readonly token: bigint;
}

/**
 * Takes the lease if nobody holds it or its holder has stopped renewing it; null if it is held. One statement and
 * the database's clock, so that workers with wrong clocks cannot both have it.
 */
export async function takeLease(
  store: Store,
  repository: string,
  holder: string,
  jobId: string,
  seconds: number,
): Promise<Lease | null> {
  const rows = await asking(
    store.place,
    "taking a lease",
    () => store.prisma.$queryRaw<{ token: bigint }[]>`
      INSERT INTO "autobe_leases" AS l ("repository", "holder", "job_id", "token", "expires_at")
      VALUES (${repository}, ${holder}, ${jobId}::uuid, 1, clock_timestamp() + ${seconds}::float8 * interval '1 second')
      ON CONFLICT ("repository") DO UPDATE SET
        "holder" = excluded."holder", "job_id" = excluded."job_id",
        "token" = l."token" + 1, "expires_at" = excluded."expires_at"
      WHERE l."expires_at" <= clock_timestamp()
      RETURNING l."token"`,
  );
  const [row] = rows;
  return row === undefined ? null : { repository, token: BigInt(row.token) };
}
