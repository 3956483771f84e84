import typia from "typia";
import type { Form } from "../form.js";

/** Gives the rows of an actor a place each, so that operations can be for some of them and not for others. */
export interface SplitActor {
  readonly kind: "split-actor";
  /** As written. */
  readonly actor: string;
  /** What the places are told by, and its column is called: "position". */
  readonly attribute: string;
  /** At least two; who joins gets the first. */
  readonly values: readonly string[];
  /** What rows that are there get; null where it is not said. */
  readonly existing: string | null;
}

export const isSplitActor = typia.createIs<SplitActor>();

const PATTERN =
  /^actor (\w+) by (\w+) into (\w+(?:(?: ?, ?| and | or )\w+)+?)(?:,? (?:with )?existing (?:rows )?as (\w+))?$/i;

export const splitActor: Form<SplitActor> = {
  verb: "split",
  on: "actor",
  slots: [
    { ask: "actor", lead: "actor " },
    { ask: "name", lead: " by " },
    { ask: "states", lead: " into " },
    { ask: "state", lead: ", existing as ", optional: true },
  ],
  usage: "split actor <actor> by <attribute> into <joining>, <other>[, <other>][, existing as <one of them>]",
  example: "split actor admin by position into moderator, supervisor, existing as supervisor",
  parse: (rest) => {
    const [, actor, attribute, list, existing] = PATTERN.exec(rest.replaceAll('"', "")) ?? [];
    if (actor === undefined || attribute === undefined || list === undefined) return null;
    const values = [...new Set(list.split(/ ?, ?| and | or /i))];
    return values.length < 2
      ? null
      : { kind: "split-actor", actor, attribute, values, existing: existing ?? null };
  },
  print: ({ actor, attribute, values, existing }) =>
    `split actor ${actor} by ${attribute} into ${values.join(", ")}` +
    (existing === null ? "" : `, existing as ${existing}`),
};
