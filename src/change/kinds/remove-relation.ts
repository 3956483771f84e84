import typia from "typia";
import type { Form } from "../form.js";
import { parseSelector, printSelector, type Selector } from "../selector.js";

/** Takes a relation out, with its column, its other end and the properties that carried it. */
export interface RemoveRelation {
  readonly kind: "remove-relation";
  /** As the model that holds the key calls it. */
  readonly name: string;
  readonly from: Selector;
}

export const isRemoveRelation = typia.createIs<RemoveRelation>();

export const removeRelation: Form<RemoveRelation> = {
  verb: "remove",
  on: "relation",
  slots: [
    { ask: "relation", lead: "relation " },
    { ask: "models", lead: " from " },
  ],
  usage: "remove relation <name> from <models>",
  example: "remove relation article from commendations",
  parse: (rest) => {
    const [, name, models] = /^relation (\w+) from (.+)$/i.exec(rest) ?? [];
    const from = models === undefined ? null : parseSelector(models);
    return name === undefined || from === null ? null : { kind: "remove-relation", name, from };
  },
  print: ({ name, from }) => `remove relation ${name} from ${printSelector(from)}`,
};
