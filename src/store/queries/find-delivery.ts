import type { Store } from "../store.js";
import { asking } from "../store-error.js";

/** Id of the job that a delivery has become; null if the delivery is new. */
export async function findDelivery(store: Store, deliveryId: string): Promise<string | null> {
  return await asking(store.place, "looking a delivery up", async () => {
    const found = await store.prisma.delivery.findUnique({ where: { id: deliveryId } });
    return found?.job_id ?? null;
  });
}
