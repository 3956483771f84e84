import type { Store } from "../store.js";
import { asking } from "../store-error.js";

/** A run that stopped so long ago is not taken up again; the month's tokens are counted from younger ones. */
export async function dropOldModelAnswers(store: Store, before: Date): Promise<number> {
  return await asking(store.place, "dropping old answers of models", async () => {
    const { count } = await store.prisma.modelAnswer.deleteMany({ where: { answered_at: { lt: before } } });
    return count;
  });
}
