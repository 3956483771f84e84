import type { Store } from "../store.js";
import { asking } from "../store-error.js";

/** What a model answered to a request, as it was stored; null if it was never asked. */
export async function findModelAnswer(store: Store, hash: string): Promise<unknown> {
  return await asking(store.place, "looking a model's answer up", async () => {
    const found = await store.prisma.modelAnswer.findUnique({ where: { hash } });
    return found?.reply ?? null;
  });
}
