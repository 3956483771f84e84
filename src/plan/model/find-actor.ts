import { nearestOf } from "../../change/nearest.js";
import type { Actor } from "../../generate/create/conventions/actors.js";
import { type Found, refuse } from "../found.js";

/** The actor of a name; those that there are for any other. */
export function findActor(word: string, actors: readonly Actor[]): Found<Actor> {
  const found = actors.find(({ name }) => name.toLowerCase() === word.toLowerCase());
  if (found !== undefined) return { ok: true, value: found };
  const names = actors.map(({ name }) => name);
  const near = nearestOf(word, names);
  const all = names.length === 0 ? "Nobody signs in here" : `The actors are ${names.join(", ")}`;
  return refuse(
    `There is no actor "${word}".`,
    `${near === null ? "" : `Did you mean ${near}? `}${all}; "anyone" needs no sign-in.`,
  );
}
