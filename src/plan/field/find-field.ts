import { distance } from "fastest-levenshtein";
import type { Change } from "../../change/change.js";
import { printChange } from "../../change/forms.js";
import type { DatabaseSpec, Field, Model } from "../../spec/database/database-spec.js";
import { ownWords, sameWords, wordsOf } from "../../spec/words.js";
import { modelsNamed } from "../models-named.js";
import type { Found } from "../found.js";

/** The model of a word; `rewrite` gives the change with the model's own name, for a choice among several. */
export function findModel(
  word: string,
  database: DatabaseSpec,
  rewrite: (model: string) => Change,
): Found<Model> {
  const names = modelsNamed(word, wordsOf(word), database);
  const models = names.flatMap((name) => database.models.get(name) ?? []);
  const [only] = models;
  if (only === undefined)
    return nothingCalled(`Nothing here is called "${word}".`, word, modelNames(database));
  if (models.length === 1) return { ok: true, value: only };
  const candidates = models.map(({ name }) => ({ command: printChange(rewrite(name)), takes: [] }));
  return { ok: false, ending: { kind: "ambiguous", candidates } };
}

/** The field of a name, exact first, then folded. */
export function findField(word: string, model: Model, rewrite: (field: string) => Change): Found<Field> {
  const exact = model.fields.find(({ name }) => name === word);
  if (exact !== undefined) return { ok: true, value: exact };
  const folded = model.fields.filter(({ name }) => sameWords(wordsOf(name), wordsOf(word)));
  const [only] = folded;
  if (folded.length === 1 && only !== undefined) return { ok: true, value: only };
  if (folded.length === 0) {
    const names = new Map(model.fields.map(({ name }) => [name, name]));
    return nothingCalled(`${model.name} has no field "${word}".`, word, names);
  }
  const candidates = folded.map(({ name }) => ({ command: printChange(rewrite(name)), takes: [] }));
  return { ok: false, ending: { kind: "ambiguous", candidates } };
}

/** A field with its model, and what both are called together: "bbs_articles.title". */
export interface Member {
  readonly model: Model;
  readonly field: Field;
  readonly name: string;
}

/** The field of a model, both as written; `rewrite` gives the change with the name that is meant in the place of one. */
export function findMember(
  written: { readonly of: string; readonly field: string },
  database: DatabaseSpec,
  rewrite: (names: { readonly of: string; readonly field: string }) => Change,
): Found<Member> {
  const model = findModel(written.of, database, (of) => rewrite({ ...written, of }));
  if (!model.ok) return model;
  const field = findField(written.field, model.value, (name) => rewrite({ ...written, field: name }));
  if (!field.ok) return field;
  const name = `${model.value.name}.${field.value.name}`;
  return { ok: true, value: { model: model.value, field: field.value, name } };
}

/** Nothing to do, with the nearest of the names, each with the letters that it is compared by. */
export function nothingCalled(
  reason: string,
  word: string,
  names: ReadonlyMap<string, string>,
): Found<never> {
  return { ok: false, ending: { kind: "nothing-to-do", reason, nearest: nearestTo(word, names) } };
}

/** Models worth naming where none has a name, nearest first. */
export function nearestModels(word: string, database: DatabaseSpec): readonly string[] {
  return nearestTo(word, modelNames(database));
}

function nearestTo(word: string, names: ReadonlyMap<string, string>): readonly string[] {
  const flat = wordsOf(word.slice(0, 64)).join("");
  return [...names]
    .sort(([, a], [, b]) => distance(a, flat) - distance(b, flat))
    .slice(0, 5)
    .map(([name]) => name);
}

function modelNames(database: DatabaseSpec): ReadonlyMap<string, string> {
  return new Map([...ownWords(database.models.keys())].map(([name, words]) => [name, words.join("")]));
}
