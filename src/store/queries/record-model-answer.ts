import type { Prisma } from "../client/client.js";
import type { Store } from "../store.js";
import { asking } from "../store-error.js";

export interface ModelAnswerRow {
  readonly hash: string;
  readonly model: string;
  readonly function: string;
  readonly target: string;
  readonly reply: Prisma.InputJsonObject;
  readonly input_tokens: number;
  readonly output_tokens: number;
}

/** Keeps an answer that was paid for; the first one to a request stays. */
export async function recordModelAnswer(store: Store, row: ModelAnswerRow): Promise<void> {
  await asking(store.place, "storing a model's answer", async () => {
    await store.prisma.modelAnswer.createMany({ data: [row], skipDuplicates: true });
  });
}
