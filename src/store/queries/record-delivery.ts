import type { Store } from "../store.js";
import { asking } from "../store-error.js";

/** Remembers that a delivery has become a job; doing it twice changes nothing. */
export async function recordDelivery(store: Store, deliveryId: string, jobId: string): Promise<void> {
  await asking(store.place, "storing a delivery", async () => {
    const data = [{ id: deliveryId, job_id: jobId }];
    await store.prisma.delivery.createMany({ data, skipDuplicates: true });
  });
}
