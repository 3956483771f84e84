import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { callNames, endsWith, ownWords, wordsOf } from "../../spec/words.js";

/** Word lists that denote members of the family and no model that stays: [comment], [article, comment], [comment, file]. */
export function featureWords(
  family: ReadonlySet<string>,
  database: DatabaseSpec,
): readonly (readonly string[])[] {
  const own = ownWords(database.models.keys());
  const kept = [...own].filter(([name]) => !family.has(name)).map(([, words]) => words);
  const found = new Map<string, readonly string[]>();
  for (const [name, words] of own) {
    if (!family.has(name)) continue;
    for (const end of callNames(words, own.values())) {
      if (!kept.some((other) => endsWith(other, end))) found.set(end.join(" "), end);
    }
  }
  return [...found.values()];
}

const MEASURES: ReadonlySet<string> = new Set(
  "count total num number of has have is id uuid latest last first recent list min max avg average sum with any".split(
    " ",
  ),
);

/** Whether a name says only "how many / which / the latest … of the feature": `comments_count`, `latestCommentId`. */
export function onlyServes(name: string, words: readonly (readonly string[])[]): boolean {
  const rest = wordsOf(name).filter((word) => !MEASURES.has(word));
  return words.some((word) => word.length === rest.length && endsWith(rest, word));
}

/** The same, and it says that it is a measure: a plain `comment` may be a text. */
export function measures(name: string, words: readonly (readonly string[])[]): boolean {
  return onlyServes(name, words) && wordsOf(name).some((word) => MEASURES.has(word));
}
