import { nearestOf } from "../../change/nearest.js";
import { sameWords, wordsOf } from "../../spec/words.js";
import type { Choices } from "./choices.js";

const SHOWN = 40;

/** What is wrong with an answer; null where it may be one. Names are known by any of their spellings. */
export function problemWith(answer: string, { names, closed }: Choices): string | null {
  if (!closed || names.length === 0) return null;
  const unknown = answer.split(/\s*,\s*/).filter((word) => !isKnown(word, names));
  const [word] = unknown;
  if (word === undefined) return null;
  const near = nearestOf(word, names);
  return `"${word}" is not known here; ${near === null ? `there is ${listed(names)}` : `did you mean ${near}?`}`;
}

/** Names for a person to look through. */
export function listed(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return `${names.slice(0, SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** "articles" is `bbs_articles`: what stands before is the planner's to know, and it asks where several are meant. */
function isKnown(word: string, names: readonly string[]): boolean {
  if (names.includes(word)) return true;
  if (names.includes("*") && word.startsWith("*")) return true;
  const wanted = wordsOf(word);
  return names.some((name) => {
    const words = wordsOf(name);
    return wanted.length > 0 && sameWords(words.slice(-wanted.length), wanted);
  });
}
