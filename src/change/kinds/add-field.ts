import typia from "typia";
import { parseCarriers, printCarriers } from "../carrier-list.js";
import { type FieldType, parseFieldType, printFieldType } from "../field-type.js";
import type { Form } from "../form.js";
import { parseSelector, printSelector, type Selector } from "../selector.js";

/** Adds a column, with everything that carries its value through the backend. */
export interface AddField {
  readonly kind: "add-field";
  readonly name: string;
  readonly type: FieldType;
  readonly to: Selector;
  /** Value of rows that are there already, and of new ones that say nothing; null for none. */
  readonly default: string | null;
  /** The DTOs that carry it, such as "read" and "create"; null for those that do by default, empty for none. */
  readonly carriers: readonly string[] | null;
}

export const isAddField = typia.createIs<AddField>();

const FORM = /^field (\w+)\s*:\s*(.+?) to ([^"]+?)(?: default ("[^"]*"|\S+))?(?: in (\w+(?:\s*,\s*\w+)*))?$/i;

export const addField: Form<AddField> = {
  verb: "add",
  on: "field",
  slots: [
    { ask: "name", lead: "field " },
    { ask: "type", lead: ": " },
    { ask: "models", lead: " to " },
    { ask: "default", lead: " default ", optional: true },
    { ask: "dtos", lead: " in ", optional: true },
  ],
  usage:
    "add field <name>: <type>|<model>|<actor>[?] to <models> [default <value>] [in read, create, update, summary|nothing]",
  example: "add field nickname: string? to members",
  parse: (rest) => {
    const [, name, written, models, value, carriers] = FORM.exec(rest) ?? [];
    if (name === undefined || written === undefined || models === undefined) return null;
    const type = parseFieldType(written);
    const to = parseSelector(models);
    if (type === null || to === null) return null;
    return { kind: "add-field", name, type, to, default: value ?? null, carriers: parseCarriers(carriers) };
  },
  print: ({ name, type, to, default: value, carriers }) =>
    `add field ${name}: ${printFieldType(type)} to ${printSelector(to)}` +
    (value === null ? "" : ` default ${value}`) +
    printCarriers(carriers),
};
