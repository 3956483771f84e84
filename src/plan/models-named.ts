import type { DatabaseSpec } from "../spec/database/database-spec.js";
import { callNames, ownWords, sameWords, wordsOf } from "../spec/words.js";

/**
 * The models that a person's word denotes. The exact name wins over folded ones (case, plural, spelling), whole names
 * over endings ("comments" → `bbs_article_comments`).
 */
export function modelsNamed(
  word: string,
  wanted: readonly string[],
  database: DatabaseSpec,
): readonly string[] {
  if (database.models.has(word)) return [word];
  const own = ownWords(database.models.keys());
  const whole = [...own].filter(
    ([name, words]) => sameWords(words, wanted) || sameWords(wordsOf(name), wanted),
  );
  if (whole.length > 0) return whole.map(([name]) => name);
  return [...own]
    .filter(([, words]) => callNames(words, own.values()).some((name) => sameWords(name, wanted)))
    .map(([name]) => name);
}
