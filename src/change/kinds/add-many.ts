import typia from "typia";
import { parseCarriers, printCarriers } from "../carrier-list.js";
import type { Form } from "../form.js";

/** Lets rows of a model lead to many rows of another one, and those to many of the former. */
export interface AddMany {
  readonly kind: "add-many";
  readonly name: string;
  /** The model that it leads to, as written. */
  readonly target: string;
  /** The model whose rows callers say it of, as written. */
  readonly to: string;
  /** The DTOs that carry it, such as "read" and "create"; null for those that do by default, empty for none. */
  readonly carriers: readonly string[] | null;
}

export const isAddMany = typia.createIs<AddMany>();

const FORM = /^relation (\w+)\s*:\s*many ([\w ]+?) to ([\w ]+?)(?: in (\w+(?:\s*,\s*\w+)*))?$/i;

export const addMany: Form<AddMany> = {
  verb: "add",
  on: "relation",
  slots: [
    { ask: "name", lead: "relation " },
    { ask: "target", lead: ": many " },
    { ask: "model", lead: " to " },
    { ask: "dtos", lead: " in ", optional: true },
  ],
  usage: "add relation <name>: many <model> to <model> [in read, create, update, summary|nothing]",
  example: "add relation editors: many members to articles",
  parse: (rest) => {
    const [, name, target, to, carriers] = FORM.exec(rest) ?? [];
    if (name === undefined || target === undefined || to === undefined) return null;
    return { kind: "add-many", name, target, to, carriers: parseCarriers(carriers) };
  },
  print: ({ name, target, to, carriers }) =>
    `add relation ${name}: many ${target} to ${to}${printCarriers(carriers)}`,
};
