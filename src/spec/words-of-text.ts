import pluralize from "pluralize";

/** One word of a text, in the singular and lower-case; an identifier such as `comment_policy` is one word of parts. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly string[];
  /** Nothing but blanks, marks of emphasis or one line break stands between it and the word before. */
  readonly joined: boolean;
}

const singulars = new Map<string, string>();

export function wordsOfText(text: string): readonly Word[] {
  const words: Word[] = [];
  let before = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}_]+(?:['’]\p{L}+)?/gu)) {
    const gap = text.slice(before, match.index);
    before = match.index + match[0].length;
    const parts = partsOf(match[0].replace(/['’].*$/u, ""));
    if (parts.length > 0)
      words.push({
        start: match.index,
        end: before,
        parts,
        joined: /^[ \t\-*`"]*(\r?\n[ \t>]*)?$/.test(gap),
      });
  }
  return words;
}

/** `bbs_article_comments`, `IBbsArticleComment` → their words; a name that is one word → that word. */
export function partsOf(name: string): readonly string[] {
  const parts = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{N}+/gu) ?? [];
  return parts.map(toSingular);
}

function toSingular(word: string): string {
  const key = word.toLowerCase();
  let found = singulars.get(key);
  if (found === undefined) singulars.set(key, (found = pluralize.singular(key)));
  return found;
}
