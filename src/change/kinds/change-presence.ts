import typia from "typia";
import type { Form } from "../form.js";

/** Says whether a column may be empty, with the properties that carry it. */
export interface ChangePresence {
  readonly kind: "change-presence";
  readonly field: string;
  readonly of: string;
  readonly to: "required" | "optional";
  /** Only with "required": the value of rows that are empty so far, and of new ones that say nothing. */
  readonly default: string | null;
}

export const isChangePresence = typia.createIs<ChangePresence>();

export const changePresence: Form<ChangePresence> = {
  verb: "change",
  on: "field",
  slots: [
    { ask: "field", lead: "field " },
    { ask: "model", lead: " of " },
    { ask: "presence", lead: " to " },
    { ask: "default", lead: " default ", optional: true },
  ],
  usage: "change field <name> of <model> to required|optional [default <value>]",
  example: "change field description of categories to optional",
  parse: (rest) => {
    const match = /^field (\w+) of ([\w ]+) to (required|optional)(?: default ("[^"]*"|\S+))?$/i.exec(rest);
    if (match === null) return null;
    const to = match[3]?.toLowerCase() === "required" ? "required" : "optional";
    if (to === "optional" && match[4] !== undefined) return null;
    const [, field = "", of = ""] = match;
    return { kind: "change-presence", field, of, to, default: match[4] ?? null };
  },
  print: ({ field, of, to, default: value }) =>
    `change field ${field} of ${of} to ${to}${value === null ? "" : ` default ${value}`}`,
};
