import typia from "typia";
import type { Form } from "../form.js";

/** Gives a column another name, with the properties that carry it under that name; rows keep their values. */
export interface RenameField {
  readonly kind: "rename-field";
  readonly name: string;
  readonly of: string;
  readonly to: string;
}

export const isRenameField = typia.createIs<RenameField>();

export const renameField: Form<RenameField> = {
  verb: "rename",
  on: "field",
  slots: [
    { ask: "field", lead: "field " },
    { ask: "model", lead: " of " },
    { ask: "name", lead: " to " },
  ],
  usage: "rename field <name> of <model> to <name>",
  example: "rename field body of articles to content",
  parse: (rest) => {
    const [, name, of, to] = /^field (\w+) of ([\w ]+) to (\w+)$/i.exec(rest) ?? [];
    return name === undefined || of === undefined || to === undefined
      ? null
      : { kind: "rename-field", name, of, to };
  },
  print: ({ name, of, to }) => `rename field ${name} of ${of} to ${to}`,
};
