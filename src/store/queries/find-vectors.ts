import type { Store } from "../store.js";
import { asking } from "../store-error.js";

/** Those of the vectors that are there, as they were stored. */
export async function findVectors(
  store: Store,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return await asking(store.place, "looking vectors up", async () => {
    const found = await store.prisma.textVector.findMany({ where: { hash: { in: [...hashes] } } });
    return new Map(found.map(({ hash, vector }) => [hash, vector]));
  });
}
