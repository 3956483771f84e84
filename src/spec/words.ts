import pluralize from "pluralize";
import { sharedPrefix } from "./interface/match-model.js";

const known = new Map<string, readonly string[]>();

/** A name as singular lower-case words, whatever its spelling: `bbsArticleComments` → bbs, article, comment. */
export function wordsOf(name: string): readonly string[] {
  let words = known.get(name);
  if (words === undefined) {
    const parts = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g) ?? [];
    words = parts.map((part) => pluralize.singular(part.toLowerCase()));
    known.set(name, words);
  }
  return words;
}

/** Words of each model without the prefix that all models share. */
export function ownWords(models: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const names = [...models];
  const prefix = sharedPrefix(names.map((name) => name.split("_")));
  return new Map(
    names.map((name) => {
      const parts = name.split("_");
      const shared = prefix.every((word, index) => parts[index]?.toLowerCase() === word);
      return [name, wordsOf(parts.slice(shared ? prefix.length : 0).join("_"))];
    }),
  );
}

export function endsWith(words: readonly string[], end: readonly string[]): boolean {
  const from = words.length - end.length;
  return from >= 0 && end.every((word, index) => words[from + index] === word);
}

export function sameWords(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && endsWith(left, right);
}

/**
 * The word lists that a model may be called by: all of its own words, and their endings where what stands before
 * names a model itself. `article_comments` are comments; `blocked_users` are no users.
 */
export function callNames(
  words: readonly string[],
  all: Iterable<readonly string[]>,
): readonly (readonly string[])[] {
  const others = [...all];
  const names = words.map((_, from) => words.slice(from));
  return names.filter(
    (_, from) => from === 0 || others.some((other) => sameWords(other, words.slice(0, from))),
  );
}
