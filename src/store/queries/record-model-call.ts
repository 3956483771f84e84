import type { Store } from "../store.js";
import { asking } from "../store-error.js";

export interface ModelCallRow {
  readonly function: string;
  readonly target: string;
  readonly attempts: number;
  readonly raw_success: boolean;
  readonly success: boolean;
  readonly stopped: string | null;
  readonly input_tokens: number;
  readonly output_tokens: number;
}

/** Remembers what a function took, so that it can be said how often a model is right at first. */
export async function recordModelCall(store: Store, row: ModelCallRow): Promise<void> {
  await asking(store.place, "storing what a model's call took", async () => {
    await store.prisma.modelCall.create({ data: row });
  });
}
