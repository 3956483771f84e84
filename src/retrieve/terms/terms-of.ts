import { partsOf } from "../../spec/words-of-text.js";
import { STOP_WORDS } from "./stop-words.js";

/**
 * What a text is looked up by: lower-case words in the singular, identifiers and paths as their words, stop words
 * left out. A word with a hyphen counts as its parts and as one word, since people write "e-mail" and "email".
 */
export function termsOf(text: string): readonly string[] {
  const terms: string[] = [];
  for (const [word] of text.matchAll(/[\p{L}\p{N}_]+(?:['’]\p{L}+)?(?:-[\p{L}\p{N}_]+)*/gu)) {
    const parts = partsOf(word.replace(/['’]\p{L}+/gu, ""));
    terms.push(...parts);
    if (word.includes("-") && parts.length > 1) terms.push(parts.join(""));
  }
  return terms.filter((term) => !STOP_WORDS.has(term));
}
