import type { Store } from "../store.js";
import { asking } from "../store-error.js";
import type { Lease } from "./take-lease.js";

/** Whether the lease is still held under this token; asked before each write to the outside. */
export async function holdsLease(store: Store, lease: Lease): Promise<boolean> {
  const rows = await asking(
    store.place,
    "checking a lease",
    () => store.prisma.$queryRaw<unknown[]>`
      SELECT 1 FROM "autobe_leases"
      WHERE "repository" = ${lease.repository} AND "token" = ${lease.token} AND "expires_at" > clock_timestamp()`,
  );
  return rows.length === 1;
}
