import type { Store } from "../store.js";
import { asking } from "../store-error.js";

/** Keeps vectors by the hash of what they are of; the first one of a text stays. */
export async function recordVectors(store: Store, vectors: ReadonlyMap<string, string>): Promise<void> {
  await asking(store.place, "storing vectors", async () => {
    const data = [...vectors].map(([hash, vector]) => ({ hash, vector }));
    await store.prisma.textVector.createMany({ data, skipDuplicates: true });
  });
}
