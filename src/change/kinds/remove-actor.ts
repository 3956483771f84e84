import typia from "typia";
import type { Form } from "../form.js";

/** Takes an actor out: how he signs in, his tables, and what only he may do, if nobody else is to do it. */
export interface RemoveActor {
  readonly kind: "remove-actor";
  /** As written. */
  readonly actor: string;
  /** What becomes of operations that nobody else may call; null where it is not said. */
  readonly operations: Fate | null;
}

/** Operations go, or are for another actor from now on. */
export type Fate = { readonly kind: "removed" } | { readonly kind: "handed-over"; readonly to: string };

export const isRemoveActor = typia.createIs<RemoveActor>();

const PATTERN = /^actor (\w+)(?:,? (?:and |with )?(?:his |its )?operations (removed|to (?:by )?(\w+)))?$/i;

export const removeActor: Form<RemoveActor> = {
  verb: "remove",
  on: "actor",
  slots: [
    { ask: "actor", lead: "actor " },
    { ask: "fate", lead: ", operations ", optional: true },
  ],
  usage: "remove actor <actor>[, operations removed|to <actor>]",
  example: "remove actor admin, operations to member",
  parse: (rest) => {
    const [, actor, fate, to] = PATTERN.exec(rest) ?? [];
    if (actor === undefined) return null;
    return { kind: "remove-actor", actor, operations: fate === undefined ? null : fateOf(to) };
  },
  print: ({ actor, operations }) =>
    `remove actor ${actor}${operations === null ? "" : `, operations ${printFate(operations)}`}`,
};

function fateOf(to: string | undefined): Fate {
  return to === undefined ? { kind: "removed" } : { kind: "handed-over", to };
}

function printFate(fate: Fate): string {
  return fate.kind === "removed" ? "removed" : `to ${fate.to}`;
}
