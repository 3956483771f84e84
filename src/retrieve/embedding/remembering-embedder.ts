import { createHash } from "node:crypto";
import type { Embedder, Vector } from "./embedder.js";
import { packVector, unpackVector } from "./vectors.js";

/** Packed vectors that were paid for, by the hash of what was embedded. */
export interface VectorMemory {
  find(hashes: readonly string[]): Promise<ReadonlyMap<string, string>>;
  record(vectors: ReadonlyMap<string, string>): Promise<void>;
}

/**
 * Embeds no text twice: after an edit of the requirements only what has other words, or stands under other headings.
 * What an endpoint answers another way the next time does not matter, so the same text always has the same vector.
 */
export function rememberingEmbedder(embedder: Embedder, memory: VectorMemory): Embedder {
  const { name, weight } = embedder;
  return {
    name,
    weight,
    embed: async (texts) => {
      const hashes = texts.map((text) => hashOf(name, text));
      const known = await memory.find([...new Set(hashes)]);
      const missing = new Map(
        texts.flatMap((text, index) => {
          const hash = hashes[index] ?? "";
          return known.has(hash) ? [] : [[hash, text] as const];
        }),
      );
      const made = missing.size === 0 ? [] : await embedder.embed([...missing.values()]);
      const fresh = new Map([...missing.keys()].map((hash, index) => [hash, packVector(made[index] ?? [])]));
      if (fresh.size > 0) await memory.record(fresh);
      return hashes.map((hash): Vector => unpackVector(known.get(hash) ?? fresh.get(hash) ?? ""));
    },
  };
}

function hashOf(embedder: string, text: string): string {
  return createHash("sha256")
    .update(JSON.stringify([embedder, text]))
    .digest("hex");
}
