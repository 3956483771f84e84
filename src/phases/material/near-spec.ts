import type { Model } from "../../spec/database/database-spec.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import type { Spec } from "../../spec/spec.js";
import { ownWords, wordsOf } from "../../spec/words.js";

/** More characters than these a step is not shown of each. */
const ROOM = { models: 8_000, operations: 6_000, dtos: 4_000 } as const;

/** The part of a backend that has most to do with a text, as much as there is room for; all of it where that is little. */
export function nearSpec(text: string, { database, api }: Spec): Spec {
  const said = new Set(wordsOf(text));
  const scores = scoresOfModels(said, database.models);
  const scoreOf = (model: string | null | undefined): number => scores.get(model ?? "") ?? 0;
  const ofDto = (name: string | null): number => scoreOf(api.dtos.get(name ?? "")?.model);
  const models = nearest(database.models, ROOM.models, ({ name }) => scoreOf(name), sizeOfModel);
  const operations = nearest(
    api.operations,
    ROOM.operations,
    ({ path, body, response }) => shareOf(wordsOf(path), said) + Math.max(ofDto(body), ofDto(response)),
    sizeOfOperation,
  );
  const shown = new Set([...operations.values()].flatMap(({ body, response }) => [body, response]));
  const dtos = nearest(
    api.dtos,
    ROOM.dtos,
    ({ name, model }) => scoreOf(model) + (shown.has(name) ? 1 : 0),
    ({ name }) => name.length,
  );
  return { database: { ...database, models }, api: { ...api, operations, dtos } };
}

/** How many of its own words a model shares with what was said; half as much counts for those that relations lead to. */
function scoresOfModels(
  said: ReadonlySet<string>,
  models: ReadonlyMap<string, Model>,
): ReadonlyMap<string, number> {
  const own = new Map([...ownWords(models.keys())].map(([name, words]) => [name, shareOf(words, said)]));
  const around = ({ fields }: Model): readonly number[] =>
    fields.map(({ relation }) => own.get(relation?.target ?? "") ?? 0);
  return new Map(
    [...models].map(([name, model]) => [
      name,
      Math.max(own.get(name) ?? 0, ...around(model).map((n) => n / 2)),
    ]),
  );
}

function shareOf(words: readonly string[], said: ReadonlySet<string>): number {
  return words.length === 0 ? 0 : words.filter((word) => said.has(word)).length / words.length;
}

/** The entries with the highest scores that there is room for, in the order in which they were. */
function nearest<T>(
  all: ReadonlyMap<string, T>,
  room: number,
  score: (value: T) => number,
  size: (value: T) => number,
): ReadonlyMap<string, T> {
  let left = room;
  const ranked = [...all].sort(([, a], [, b]) => score(b) - score(a));
  const chosen = new Set(ranked.filter(([, each]) => (left -= size(each)) >= 0).map(([key]) => key));
  return new Map([...all].filter(([key]) => chosen.has(key)));
}

function sizeOfModel({ name, fields }: Model): number {
  return name.length + fields.reduce((sum, field) => sum + field.name.length + field.type.length, 0);
}

function sizeOfOperation({ key, body, response }: Operation): number {
  return key.length + (body?.length ?? 0) + (response?.length ?? 0);
}
