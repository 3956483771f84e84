import type { Store } from "../store.js";
import { asking } from "../store-error.js";

/** GitHub offers a delivery for three days; much later nobody can send it again. */
export async function dropOldDeliveries(store: Store, before: Date): Promise<number> {
  return await asking(store.place, "dropping old deliveries", async () => {
    const { count } = await store.prisma.delivery.deleteMany({ where: { received_at: { lt: before } } });
    return count;
  });
}
