import typia from "typia";
import type { Form } from "../form.js";

/** Lets another kind of actor sign in, as one who is there does; what he may do is asked for in lines of their own. */
export interface AddActor {
  readonly kind: "add-actor";
  /** As written. */
  readonly actor: string;
  /** The actor to follow; null where there is one alone. */
  readonly like: string | null;
}

export const isAddActor = typia.createIs<AddActor>();

export const addActor: Form<AddActor> = {
  verb: "add",
  on: "actor",
  slots: [
    { ask: "name", lead: "actor " },
    { ask: "actor", lead: " like ", optional: true },
  ],
  usage: "add actor <name> [like <actor>]",
  example: "add actor moderator like admin",
  parse: (rest) => {
    const [, actor, like] = /^actor (\w+)(?: like (\w+))?$/i.exec(rest) ?? [];
    return actor === undefined ? null : { kind: "add-actor", actor, like: like ?? null };
  },
  print: ({ actor, like }) => `add actor ${actor}${like === null ? "" : ` like ${like}`}`,
};
