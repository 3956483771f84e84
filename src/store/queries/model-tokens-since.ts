import type { Store } from "../store.js";
import { asking } from "../store-error.js";

/** Tokens of all answers that were paid for since then, in and out. */
export async function modelTokensSince(store: Store, start: Date): Promise<number> {
  return await asking(store.place, "counting tokens", async () => {
    const { _sum: sum } = await store.prisma.modelAnswer.aggregate({
      where: { answered_at: { gte: start } },
      _sum: { input_tokens: true, output_tokens: true },
    });
    return (sum.input_tokens ?? 0) + (sum.output_tokens ?? 0);
  });
}
