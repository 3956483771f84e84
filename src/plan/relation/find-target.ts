import type { DatabaseSpec, Model } from "../../spec/database/database-spec.js";
import { sameWords, wordsOf } from "../../spec/words.js";
import type { Change } from "../../change/change.js";
import type { Actor } from "../../generate/create/conventions/actors.js";
import { findModel } from "../field/find-field.js";
import type { Found } from "../found.js";

/** What a relation leads to; an actor, if it leads to somebody who signs in. */
export interface RelationTarget {
  readonly model: Model;
  readonly actor: Actor | null;
}

/** The model that the type of a field names, or that an actor of that name has. */
export function findTarget(
  word: string,
  database: DatabaseSpec,
  actors: readonly Actor[],
  rewrite: (target: string) => Change,
): Found<RelationTarget> {
  const named = actors.find((each) => sameWords(wordsOf(each.name), wordsOf(word)));
  if (named?.model != null) return { ok: true, value: { model: named.model, actor: named } };
  const found = findModel(word, database, rewrite);
  if (!found.ok) return found;
  const actor = actors.find(({ model }) => model === found.value) ?? null;
  return { ok: true, value: { model: found.value, actor } };
}

/** Whether a name says who made a row: `created_by`, `author`. */
export function namesMaker(name: string): boolean {
  const words = wordsOf(name).join(" ");
  return /^(create|created|made|written|posted|uploaded|submitted|registered|added|opened|issued|authored) by$|^(creator|author|maker|writer|owner)$/.test(
    words,
  );
}

/** Whether a name says who did something to a row: `approved_by`. */
export function namesDoer(name: string): boolean {
  return wordsOf(name).at(-1) === "by";
}
