import type { RequirementSection } from "./sections/requirement-section.js";

/** What a question got, and why. */
export interface Retrieved {
  readonly question: string;
  readonly embedder: string;
  /** The best first. */
  readonly hits: readonly Hit[];
  /** The best one that was left out; null where none was. */
  readonly next: Hit | null;
  /** Why no more: the scores fall off behind the last hit, the limit is reached, or nothing else was found. */
  readonly end: "knee" | "limit" | "all";
}

export interface Hit {
  readonly section: RequirementSection;
  /** Between 0 and 1. */
  readonly score: number;
  /** Null where the section has none of the question's words. */
  readonly lexical: LexicalMatch | null;
  /** Null where its vector points elsewhere. */
  readonly semantic: SemanticMatch | null;
}

export interface LexicalMatch {
  readonly rank: number;
  /** BM25 of its best passage. */
  readonly score: number;
  /** Words of the question that stand in that passage, each with the places: title, trail or text. */
  readonly terms: readonly MatchedTerm[];
}

export interface MatchedTerm {
  readonly term: string;
  readonly fields: readonly string[];
}

export interface SemanticMatch {
  readonly rank: number;
  /** Cosine of the best passage. */
  readonly score: number;
}
