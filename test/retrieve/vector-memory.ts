import type { VectorMemory } from "../../src/retrieve/embedding/remembering-embedder.js";

/** Vectors in a map, as the store keeps them in rows. */
export function vectorMemory(): VectorMemory & { readonly size: () => number } {
  const vectors = new Map<string, string>();
  return {
    find: async (hashes) =>
      await Promise.resolve(new Map([...vectors].filter(([hash]) => hashes.includes(hash)))),
    record: async (fresh) => {
      for (const [hash, vector] of fresh) vectors.set(hash, vector);
      return await Promise.resolve();
    },
    size: () => vectors.size,
  };
}
