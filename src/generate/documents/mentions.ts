import { sameWords } from "../../spec/words.js";
import { phraseAt, type Vocabulary } from "./vocabulary.js";
import { wordsOfText, type Word } from "../../spec/words-of-text.js";

const BETWEEN: ReadonlySet<string> = new Set("of on for in to below under a an the".split(" "));

/** Offsets in a text where it speaks of what goes. */
export function mentionsIn(text: string, vocabulary: Vocabulary): readonly number[] {
  const words = wordsOfText(text);
  const found: number[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at] as Word;
    if (word.parts.length > 1) {
      if (names(word.parts, vocabulary)) found.push(word.start);
      at++;
      continue;
    }
    const phrase = phraseAt(runFrom(words, at), 0, vocabulary);
    if (phrase?.gone === true || (phrase === null && isTurned(words, at, vocabulary))) found.push(word.start);
    at += phrase?.length ?? 1;
  }
  return found;
}

/** The single words that follow each other without punctuation. */
function runFrom(words: readonly Word[], at: number): readonly string[] {
  const run: string[] = [];
  for (let index = at; index < words.length && run.length < 8; index++) {
    const word = words[index] as Word;
    if (word.parts.length > 1 || (index > at && !word.joined)) break;
    run.push(word.parts[0] as string);
  }
  return run;
}

/** An identifier speaks of it if it ends with its name: `bbs_article_comments`, `parentCommentId`. */
function names(parts: readonly string[], vocabulary: Vocabulary): boolean {
  const own = parts.at(-1) === "id" ? parts.slice(0, -1) : parts;
  if (endsWithOneOf(vocabulary.kept, parts)) return false;
  return endsWithOneOf(vocabulary.gone, own);
}

function endsWithOneOf(
  phrases: ReadonlyMap<string, readonly (readonly string[])[]>,
  parts: readonly string[],
): boolean {
  return parts.some((first, from) =>
    (phrases.get(first) ?? []).some((phrase) => sameWords(phrase, parts.slice(from))),
  );
}

/** "files of an article" for [article, file]. */
function isTurned(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const run = runFrom(words, at);
  let next = 1;
  while (BETWEEN.has(run[next] ?? "")) next++;
  if (next === 1 || next >= run.length) return false;
  const head = run[0] as string;
  return (vocabulary.gone.get(run[next] as string) ?? []).some(
    (phrase) =>
      phrase.length > 1 &&
      phrase.at(-1) === head &&
      phrase.slice(0, -1).every((word, index) => run[next + index] === word),
  );
}
