import typia from "typia";
import type { Form } from "../form.js";

/** Gives a property another name in the DTOs of a model; the column that it may carry keeps its own. */
export interface RenameProperty {
  readonly kind: "rename-property";
  readonly name: string;
  readonly of: string;
  readonly to: string;
}

export const isRenameProperty = typia.createIs<RenameProperty>();

export const renameProperty: Form<RenameProperty> = {
  verb: "rename",
  on: "property",
  slots: [
    { ask: "property", lead: "property " },
    { ask: "model", lead: " of " },
    { ask: "name", lead: " to " },
  ],
  usage: "rename property <name> of <model> to <name>",
  example: "rename property likes_count of articles to likes",
  parse: (rest) => {
    const [, name, of, to] = /^property (\w+) of ([\w ]+) to (\w+)$/i.exec(rest) ?? [];
    return name === undefined || of === undefined || to === undefined
      ? null
      : { kind: "rename-property", name, of, to };
  },
  print: ({ name, of, to }) => `rename property ${name} of ${of} to ${to}`,
};
