import type { Model } from "../../../spec/database/database-spec.js";
import { sameWords, wordsOf, ownWords } from "../../../spec/words.js";
import type { Known } from "../known.js";

/** Somebody who signs in. */
export interface Actor {
  /** As in controllers and payloads: "member". */
  readonly name: string;
  readonly model: Model | null;
}

const DECORATOR = /^src\/decorators\/(\w+)Auth\.ts$/;

/** The actors that a controller can ask for, in the order of their decorators' paths. */
export function readActors({ backend, database }: Known): readonly Actor[] {
  const own = ownWords(database.models.keys());
  return [...backend.files.keys()].flatMap((path) => {
    const pascal = DECORATOR.exec(path)?.[1];
    if (pascal === undefined || !backend.files.has(payloadPath(pascal))) return [];
    const name = pascal.charAt(0).toLowerCase() + pascal.slice(1);
    // Decorators may run words together: `guestvisitorAuth` of `guest_visitors`.
    const table = [...own].find(
      ([, words]) => sameWords(words, wordsOf(name)) || words.join("") === name.toLowerCase(),
    )?.[0];
    return [{ name, model: database.models.get(table ?? "") ?? null }];
  });
}

export function payloadPath(pascal: string): string {
  return `src/decorators/payload/${pascal}Payload.ts`;
}
