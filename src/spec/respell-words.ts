import pluralize from "pluralize";
import { sameWords } from "./words.js";

const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g;

/** Where words stand in a name: from the index of the first one to behind the last one. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** The words of a name as written, one beside the other. */
export function partsOfName(name: string): readonly { readonly text: string; readonly at: number }[] {
  return [...name.matchAll(WORD)].map((match) => ({ text: match[0], at: match.index }));
}

/** Every place where singular lower-case words stand in a name, one behind the other: [comment] in `commentIds`. */
export function occurrencesOf(words: readonly string[], name: string): readonly WordRange[] {
  const parts = partsOfName(name).map(({ text }) => pluralize.singular(text.toLowerCase()));
  const found: WordRange[] = [];
  for (let from = 0; from + words.length <= parts.length; from++) {
    const to = from + words.length;
    if (!sameWords(parts.slice(from, to), words)) continue;
    found.push({ from, to });
    from = to - 1;
  }
  return found;
}

/**
 * A name with other words at some places, in the case, the number and with the separators that it has:
 * `articleTags`, [article] → [blog, post] gives `blogPostTags`, `ARTICLE_IDS` gives `BLOG_POST_IDS`.
 */
export function respellAt(name: string, ranges: readonly WordRange[], words: readonly string[]): string {
  const parts = partsOfName(name);
  let result = "";
  let end = 0;
  for (const { from, to } of ranges) {
    const [first, last] = [parts[from], parts[to - 1]];
    if (first === undefined || last === undefined) continue;
    result += name.slice(end, first.at) + spelled(words, name, first.text, last.text);
    end = last.at + last.text.length;
  }
  return result + name.slice(end);
}

function spelled(words: readonly string[], name: string, first: string, last: string): string {
  const plural = pluralize.singular(last.toLowerCase()) !== last.toLowerCase();
  const own = words.map((word, index) => {
    if (index < words.length - 1) return word;
    return plural ? pluralize.plural(pluralize.singular(word)) : pluralize.singular(word);
  });
  const separator = /[_-]/.exec(name)?.[0] ?? "";
  if (first.length > 1 && first === first.toUpperCase()) return own.join(separator).toUpperCase();
  const capital = /^[A-Z]/.test(first);
  return own
    .map((word, index) =>
      capital || (index > 0 && separator === "") ? word.charAt(0).toUpperCase() + word.slice(1) : word,
    )
    .join(capital ? "" : separator);
}
