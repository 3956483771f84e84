import typia from "typia";
import type { Form } from "../form.js";

/** Gives an actor another name everywhere: sign-in, tables, sessions, paths, DTOs, SDK, tests. Rows stay. */
export interface RenameActor {
  readonly kind: "rename-actor";
  /** As written. */
  readonly actor: string;
  readonly to: string;
}

export const isRenameActor = typia.createIs<RenameActor>();

export const renameActor: Form<RenameActor> = {
  verb: "rename",
  on: "actor",
  slots: [
    { ask: "actor", lead: "actor " },
    { ask: "name", lead: " to " },
  ],
  usage: "rename actor <actor> to <name>",
  example: "rename actor admin to moderator",
  parse: (rest) => {
    const [, actor, to] = /^actor (\w+) to (\w+)$/i.exec(rest) ?? [];
    return actor === undefined || to === undefined ? null : { kind: "rename-actor", actor, to };
  },
  print: ({ actor, to }) => `rename actor ${actor} to ${to}`,
};
