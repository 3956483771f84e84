import typia from "typia";
import type { Form } from "../form.js";
import { parseSelector, printSelector, type Selector } from "../selector.js";

/** Takes a column out, with the properties that carried it and whatever used them. */
export interface RemoveField {
  readonly kind: "remove-field";
  readonly name: string;
  readonly from: Selector;
}

export const isRemoveField = typia.createIs<RemoveField>();

export const removeField: Form<RemoveField> = {
  verb: "remove",
  on: "field",
  slots: [
    { ask: "field", lead: "field " },
    { ask: "models", lead: " from " },
  ],
  usage: "remove field <name> from <models>",
  example: "remove field description from categories",
  parse: (rest) => {
    const [, name, models] = /^field (\w+) from (.+)$/i.exec(rest) ?? [];
    const from = models === undefined ? null : parseSelector(models);
    return name === undefined || from === null ? null : { kind: "remove-field", name, from };
  },
  print: ({ name, from }) => `remove field ${name} from ${printSelector(from)}`,
};
