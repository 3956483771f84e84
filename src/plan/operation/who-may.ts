import type { Actor } from "../../generate/create/conventions/actors.js";
import type { Known } from "../../generate/create/known.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Found } from "../found.js";
import { findActor } from "../model/find-actor.js";

const ANYBODY = /^(anyone|anybody|everyone|everybody|public)$/i;

/**
 * Who is to call an operation, null for everybody. Where nothing is said, it is the one who alone changes rows of the
 * model; `command` gives the change with somebody named, for a choice.
 */
export function whoMay(
  word: string | null,
  model: Model,
  actors: readonly Actor[],
  known: Known,
  command: (actor: string) => string,
): Found<Actor | null> {
  return word === null ? onlyOne(model, actors, known, command) : callerOf(word, actors, command);
}

/** Who is to call an operation that is about no model in particular, which somebody has to say. */
export function callerOf(
  word: string | null,
  actors: readonly Actor[],
  command: (actor: string) => string,
): Found<Actor | null> {
  if (word === null) return oneOf(actors, command);
  return ANYBODY.test(word) ? { ok: true, value: null } : findActor(word, actors);
}

function onlyOne(
  model: Model,
  actors: readonly Actor[],
  { api }: Known,
  command: (actor: string) => string,
): Found<Actor> {
  const named = [...api.operations.values()].flatMap(({ method, actor, body, response }) => {
    const dtos = [body, response].map((each) => api.dtos.get(each ?? "")?.model);
    return method !== "GET" && method !== "PATCH" && actor !== null && dtos.includes(model.name)
      ? [actor]
      : [];
  });
  const changing = actors.filter(({ name }) => named.includes(name));
  const [only] = changing;
  if (only !== undefined && changing.length === 1) return { ok: true, value: only };
  return oneOf(actors, command);
}

function oneOf(actors: readonly Actor[], command: (actor: string) => string): Found<never> {
  const candidates = [...actors.map(({ name }) => name), "anyone"];
  return {
    ok: false,
    ending: {
      kind: "ambiguous",
      candidates: candidates.map((each) => ({ command: command(each), takes: [] })),
    },
  };
}
