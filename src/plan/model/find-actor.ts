import { nearestOf } from "../../change/nearest.js";
import type { Actor } from "../../generate/create/conventions/actors.js";
import { type Found, refuse } from "../found.js";
import type { Planned } from "../planned.js";

/** How a change ends that is about an actor who is not there. */
export function noSuchActor(word: string, actors: readonly Actor[]): Planned {
  const names = actors.map(({ name }) => name);
  const near = nearestOf(word, names);
  const nearest = [...(near === null ? [] : [near]), ...names.filter((each) => each !== near)];
  return { kind: "nothing-to-do", reason: `There is no actor "${word}".`, nearest };
}

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
