import type { Store } from "../store.js";
import { asking } from "../store-error.js";
import type { Lease } from "./take-lease.js";

/** The holder's heartbeat; false if somebody else has taken the lease, or it has run out. */
export async function renewLease(store: Store, lease: Lease, seconds: number): Promise<boolean> {
  const count = await asking(
    store.place,
    "renewing a lease",
    () => store.prisma.$executeRaw`
      UPDATE "autobe_leases" SET "expires_at" = clock_timestamp() + ${seconds}::float8 * interval '1 second'
      WHERE "repository" = ${lease.repository} AND "token" = ${lease.token} AND "expires_at" > clock_timestamp()`,
  );
  return count === 1;
}
