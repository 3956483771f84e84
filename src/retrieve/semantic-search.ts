import type { Embedder, Vector } from "./embedding/embedder.js";
import { similarity } from "./embedding/vectors.js";
import { ranked } from "./lexical-search.js";
import type { SemanticMatch } from "./retrieved.js";
import { headedText, passagesOf } from "./sections/passages.js";
import type { RequirementSection } from "./sections/requirement-section.js";

export type SemanticSearch = (question: string) => Promise<ReadonlyMap<RequirementSection, SemanticMatch>>;

/** Sections by the angle between a question's vector and the nearest of their passages'. */
export async function semanticSearch(
  sections: readonly RequirementSection[],
  embedder: Embedder,
): Promise<SemanticSearch> {
  const index = await indexOf(sections, embedder);
  return async (question) => {
    const [asked = []] = await embedder.embed([question]);
    const found = new Map<RequirementSection, { readonly score: number }>();
    for (const [section, vectors] of index) {
      const score = Math.max(0, ...vectors.map((vector) => similarity(asked, vector)));
      if (score > 0) found.set(section, { score });
    }
    return ranked(found);
  };
}

/** Each passage is embedded under its headings and nothing else, so that other sections may change around it. */
async function indexOf(
  sections: readonly RequirementSection[],
  embedder: Embedder,
): Promise<readonly (readonly [RequirementSection, readonly Vector[]])[]> {
  const texts = sections.map((section) => passagesOf(section).map(headedText));
  const vectors = await embedder.embed(texts.flat());
  let from = 0;
  return sections.map((section, index) => {
    const own = vectors.slice(from, from + (texts[index]?.length ?? 0));
    from += own.length;
    return [section, own] as const;
  });
}
