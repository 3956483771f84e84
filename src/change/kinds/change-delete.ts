import typia from "typia";
import { type DeleteBehaviour, parseDeleteBehaviour } from "../delete-behaviour.js";
import type { Form } from "../form.js";

/** Says what deleting a row does to the rows that lead to it. */
export interface ChangeDelete {
  readonly kind: "change-delete";
  /** The relation, as the model that holds its key calls it. */
  readonly relation: string;
  readonly of: string;
  readonly to: DeleteBehaviour;
}

export const isChangeDelete = typia.createIs<ChangeDelete>();

export const changeDelete: Form<ChangeDelete> = {
  verb: "change",
  on: "relation",
  slots: [
    { ask: "relation", lead: "on delete of " },
    { ask: "model", lead: " of " },
    { ask: "on-delete", lead: " to " },
  ],
  usage: "change on delete of <relation> of <model> to cascade|set null|restrict",
  example: "change on delete of category of articles to restrict",
  parse: (rest) => {
    const [, relation, of, behaviour] =
      /^on delete of (\w+) of ([\w ]+) to (cascade|set null|restrict)$/i.exec(rest) ?? [];
    const to = behaviour === undefined ? null : parseDeleteBehaviour(behaviour);
    return relation === undefined || of === undefined || to === null
      ? null
      : { kind: "change-delete", relation, of, to };
  },
  print: ({ relation, of, to }) => `change on delete of ${relation} of ${of} to ${to}`,
};
