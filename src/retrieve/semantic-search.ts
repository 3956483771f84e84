import type { Vector } from "./embedding/embedder.js";
import { similarity, unpackVector } from "./embedding/vectors.js";
import { contentHash, type SectionIndex } from "./index/section-index.js";
import { ranked } from "./lexical-search.js";
import type { SemanticMatch } from "./retrieved.js";
import type { RequirementSection } from "./sections/requirement-section.js";

export type SemanticSearch = (question: Vector) => ReadonlyMap<RequirementSection, SemanticMatch>;

/** Sections by the angle between a question's vector and the nearest of their own. */
export function semanticSearch(
  sections: readonly RequirementSection[],
  { vectors }: SectionIndex,
): SemanticSearch {
  const unpacked = sections.map((section) => ({
    section,
    vectors: (vectors[contentHash(section)] ?? []).map(unpackVector),
  }));
  return (question) => {
    const found = new Map<RequirementSection, { readonly score: number }>();
    for (const { section, vectors } of unpacked) {
      const score = Math.max(0, ...vectors.map((vector) => similarity(question, vector)));
      if (score > 0) found.set(section, { score });
    }
    return ranked(found);
  };
}
