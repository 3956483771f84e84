import type { Store } from "../store.js";
import { asking } from "../store-error.js";

/** What is still asked for is embedded again; the rest was of texts that nobody writes any more. */
export async function dropOldVectors(store: Store, before: Date): Promise<number> {
  return await asking(store.place, "dropping old vectors", async () => {
    const { count } = await store.prisma.textVector.deleteMany({ where: { embedded_at: { lt: before } } });
    return count;
  });
}
