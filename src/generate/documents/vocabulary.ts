import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { endsWith, sameWords } from "../../spec/words.js";
import type { DocumentRemoval } from "./removal.js";
import { partsOf } from "../../spec/words-of-text.js";

type Phrase = readonly string[];

/** Which words of a text mean what goes, and which mean something that stays. */
export interface Vocabulary {
  /** By first word. */
  readonly gone: ReadonlyMap<string, readonly Phrase[]>;
  /** Names of two words or more that stay (`comment_policy`, `article_files`), by first word. */
  readonly kept: ReadonlyMap<string, readonly Phrase[]>;
  /** Last words of the models that stay. */
  readonly keptHeads: ReadonlySet<string>;
}

export function vocabularyOf(database: DatabaseSpec, removal: DocumentRemoval): Vocabulary {
  const models = new Set(removal.removed.models);
  const fields = new Set(removal.removed.fields);
  const kept: Phrase[] = [];
  const keptHeads = new Set<string>();
  const heads = new Set([...database.models.keys()].map((name) => partsOf(name).at(-1) ?? ""));
  for (const model of database.models.values()) {
    if (models.has(model.name)) continue;
    const name = partsOf(model.name);
    keptHeads.add(name.at(-1) ?? "");
    for (let from = 0; from < name.length - 1; from++) kept.push(name.slice(from));
    for (const field of model.fields)
      if (!fields.has(`${model.name}.${field.name}`)) kept.push(partsOf(field.name));
  }
  const names = removal.removed.models.map(partsOf);
  const known = names.filter((name) => name.length > 1 && !kept.some((other) => sameWords(other, name)));
  return {
    gone: byFirst([...removal.words.filter((word) => !isVague(word, removal.words, heads)), ...known]),
    kept: byFirst(kept.filter((phrase) => phrase.length > 1)),
    keptHeads,
  };
}

/**
 * The last word of a longer name speaks for it only if the words before it name a thing: "comments" are those of an
 * article, while "users" are more than the "blocked users".
 */
function isVague(word: Phrase, words: readonly Phrase[], heads: ReadonlySet<string>): boolean {
  const longer = words.filter((other) => other.length > word.length && endsWith(other, word));
  return (
    longer.length > 0 && longer.every((other) => !heads.has(other[other.length - word.length - 1] as string))
  );
}

/** The longest known phrase at one place of a list of words. What goes wins over what stays if both are as long. */
export function phraseAt(
  words: readonly string[],
  at: number,
  { gone, kept }: Vocabulary,
): { readonly length: number; readonly gone: boolean } | null {
  const lengthIn = (phrases: ReadonlyMap<string, readonly Phrase[]>): number =>
    Math.max(
      0,
      ...(phrases.get(words[at] ?? "") ?? [])
        .filter((phrase) => phrase.every((word, index) => words[at + index] === word))
        .map((phrase) => phrase.length),
    );
  const [goes, stays] = [lengthIn(gone), lengthIn(kept)];
  if (goes === 0 && stays === 0) return null;
  return goes >= stays ? { length: goes, gone: true } : { length: stays, gone: false };
}

function byFirst(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase[0];
    if (first === undefined) continue;
    const same = found.get(first) ?? [];
    if (!same.some((other) => sameWords(other, phrase))) same.push(phrase);
    found.set(first, same);
  }
  return found;
}
