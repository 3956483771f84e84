import type { Store } from "../store.js";
import { asking } from "../store-error.js";
import type { Lease } from "./take-lease.js";

/** Ends the lease now. The row stays: its token has to go on growing. */
export async function releaseLease(store: Store, lease: Lease): Promise<void> {
  await asking(
    store.place,
    "releasing a lease",
    () => store.prisma.$executeRaw`
      UPDATE "autobe_leases" SET "expires_at" = clock_timestamp()
      WHERE "repository" = ${lease.repository} AND "token" = ${lease.token}`,
  );
}
