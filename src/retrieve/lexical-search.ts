import MiniSearch from "minisearch";
import type { LexicalMatch } from "./retrieved.js";
import { passagesOf } from "./sections/passages.js";
import type { RequirementSection } from "./sections/requirement-section.js";
import { termsOf } from "./terms/terms-of.js";

/** What a search finds, by section; the best of each section's passages stands for it. */
export type LexicalSearch = (question: string) => ReadonlyMap<RequirementSection, LexicalMatch>;

/** BM25 over titles, the headings above them, and texts. */
export function lexicalSearch(sections: readonly RequirementSection[]): LexicalSearch {
  const passages = sections.flatMap(passagesOf);
  const engine = new MiniSearch({
    fields: ["title", "trail", "text"],
    tokenize: (text) => [...termsOf(text)],
    processTerm: (term) => term,
  });
  engine.addAll(
    passages.map(({ section, text }, id) => ({
      id,
      title: section.title,
      trail: section.trail.join("\n"),
      text,
    })),
  );
  return (question) => {
    const terms = new Set(termsOf(question));
    const found = new Map<RequirementSection, Omit<LexicalMatch, "rank">>();
    // MiniSearch multiplies BM25 by the number of matched words, which long questions take too far.
    const results = engine
      .search([...terms].join(" "), { tokenize: (text) => text.split(" ").filter((term) => term !== "") })
      .map(({ id, score, queryTerms, match }) => ({
        section: passages[id as number]?.section,
        score: score / Math.max(1, queryTerms.length),
        terms: Object.entries(match).map(([term, fields]) => ({ term, fields })),
      }));
    for (const { section, score, terms: matched } of results)
      if (section !== undefined && score > (found.get(section)?.score ?? 0))
        found.set(section, { score, terms: matched });
    return ranked(found);
  };
}

/** With ranks, by falling score; equal scores keep the order they come in. */
export function ranked<S, M extends { readonly score: number }>(
  found: ReadonlyMap<S, M>,
): ReadonlyMap<S, M & { readonly rank: number }> {
  const sorted = [...found].sort(([, left], [, right]) => right.score - left.score);
  return new Map(sorted.map(([section, match], index) => [section, { ...match, rank: index + 1 }]));
}
