import type { Hit, LexicalMatch, SemanticMatch } from "./retrieved.js";
import type { RequirementSection } from "./sections/requirement-section.js";

type Matches<M> = ReadonlyMap<RequirementSection, M>;

/**
 * Both lists as one, the best first: each score as a share of the best one of its list, the two shares added by
 * weight. Scores are kept rather than ranks, since ranks have no curve to be cut at.
 */
export function fuse(
  lexical: Matches<LexicalMatch>,
  semantic: Matches<SemanticMatch>,
  weight: number,
): readonly Hit[] {
  const [bestWords, bestVector] = [bestOf(lexical), bestOf(semantic)];
  const sections = new Set([...lexical.keys(), ...semantic.keys()]);
  const hits = [...sections].map((section): Hit => {
    const [words, vector] = [lexical.get(section) ?? null, semantic.get(section) ?? null];
    const score =
      (1 - weight) * ((words?.score ?? 0) / bestWords) + weight * ((vector?.score ?? 0) / bestVector);
    return { section, score, lexical: words, semantic: vector };
  });
  return hits.sort((left, right) => right.score - left.score);
}

/** 1 for an empty list, which adds nothing. */
function bestOf(matches: Matches<{ readonly score: number }>): number {
  let best = 0;
  for (const { score } of matches.values()) best = Math.max(best, score);
  return best === 0 ? 1 : best;
}
