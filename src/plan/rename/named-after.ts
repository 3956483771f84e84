import type { DatabaseSpec, Field, Model } from "../../spec/database/database-spec.js";
import type { Rename } from "../../spec/renames.js";
import { occurrencesOf, partsOfName, respellAt } from "../../spec/respell-words.js";
import { callNames, endsWith, ownWords, wordsOf } from "../../spec/words.js";

/** Words that a thing may be called after a model by, and the words for it under the new name. */
type Call = readonly [before: readonly string[], after: readonly string[]];

/**
 * Relations to a model, and the columns behind them, that are named after it and nothing else: `article` and
 * `bbs_article_id` follow `bbs_articles`, while `parent` and `pinned_article` say what the row is for and stay.
 */
export function fieldsNamedAfter(model: Model, to: string, database: DatabaseSpec): readonly Rename[] {
  const calls = callsOf(model.name, to, database);
  const found = new Map<string, string>();
  for (const owner of database.models.values())
    for (const field of owner.fields) {
      if (field.relation?.target !== model.name) continue;
      add(found, owner, field.name, calls);
      for (const column of keysOf(field)) add(found, owner, column, withKey(calls, model));
    }
  return [...found].map(([from, now]) => ({ from, to: now }));
}

/** Names of several columns say more than what they refer to. */
function keysOf({ relation }: Field): readonly string[] {
  return relation?.fields.length === 1 ? relation.fields : [];
}

function add(found: Map<string, string>, owner: Model, name: string, calls: readonly Call[]): void {
  for (const [before, after] of calls) {
    const [range] = occurrencesOf(before, name);
    if (range === undefined || range.to - range.from !== partsOfName(name).length) continue;
    const now = respellAt(name, [range], after);
    if (now !== name) found.set(`${owner.name}.${name}`, now);
    return;
  }
}

function singularOf(words: readonly string[]): readonly string[] {
  return [...words.slice(0, -1), ...wordsOf(words.at(-1) ?? "")];
}

/** Longest first: the whole name, the name without the prefix of all models, and what it is called beside its owner. */
function callsOf(from: string, to: string, database: DatabaseSpec): readonly Call[] {
  const own = ownWords([...database.models.keys()]);
  const before = own.get(from) ?? wordsOf(from);
  const prefix = wordsOf(from).slice(0, wordsOf(from).length - before.length);
  // As written: "bbs" is no plural.
  const whole = partsOfName(to).map(({ text }) => text.toLowerCase());
  const starts = prefix.every((word, index) => wordsOf(to)[index] === word);
  const after = starts ? whole.slice(prefix.length) : whole;
  const calls: Call[] = [[wordsOf(from), whole]];
  for (const end of callNames(before, own.values())) {
    const stem = before.slice(0, before.length - end.length);
    const same = stem.every((word, index) => wordsOf(after[index] ?? "")[0] === word);
    calls.push([end, same ? after.slice(stem.length) : after]);
  }
  return calls.filter(([words, now]) => words.length > 0 && now.length > 0);
}

function withKey(calls: readonly Call[], { fields }: Model): readonly Call[] {
  const id = wordsOf(fields.find(({ id: isId }) => isId)?.name ?? "id");
  return calls.map(([before, after]) =>
    endsWith(before, id)
      ? [before, after]
      : [
          [...before, ...id],
          [...singularOf(after), ...id],
        ],
  );
}
