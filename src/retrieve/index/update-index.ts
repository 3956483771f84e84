import type { Embedder } from "../embedding/embedder.js";
import { packVector } from "../embedding/vectors.js";
import type { RequirementSection } from "../sections/requirement-section.js";
import { contentHash, embeddedTexts, type SectionIndex } from "./section-index.js";

export interface IndexUpdate {
  readonly index: SectionIndex;
  /** Ids of the sections that were embedded. */
  readonly embedded: readonly string[];
  /** How many sections were known. */
  readonly kept: number;
}

/**
 * The index of some sections, made from an earlier one: only what has other words, or stands under other headings,
 * is embedded, and what is there no more is dropped. Vectors of another embedder are of no use.
 */
export async function updateIndex(
  before: SectionIndex | null,
  sections: readonly RequirementSection[],
  embedder: Embedder,
): Promise<IndexUpdate> {
  const known = before?.embedder === embedder.name ? before.vectors : {};
  const byHash = new Map(sections.map((section) => [contentHash(section), section]));
  const missing = [...byHash].filter(([hash]) => !Object.hasOwn(known, hash));
  const texts = missing.map(([, section]) => embeddedTexts(section));
  const fresh = texts.length === 0 ? [] : await embedder.embed(texts.flat());
  const vectors: Record<string, readonly string[]> = {};
  for (const hash of byHash.keys()) if (Object.hasOwn(known, hash)) vectors[hash] = known[hash] ?? [];
  let from = 0;
  missing.forEach(([hash], index) => {
    const to = from + (texts[index]?.length ?? 0);
    vectors[hash] = fresh.slice(from, to).map(packVector);
    from = to;
  });
  return {
    index: { embedder: embedder.name, vectors },
    embedded: missing.map(([, { id }]) => id),
    kept: byHash.size - missing.length,
  };
}
