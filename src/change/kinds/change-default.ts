import typia from "typia";
import type { Form } from "../form.js";

/** Sets or takes away the value that the database gives a column where nobody else does. */
export interface ChangeDefault {
  readonly kind: "change-default";
  readonly field: string;
  readonly of: string;
  /** As written: `0`, `true`, `now`, `"draft"` or `draft`; null takes the default away. */
  readonly to: string | null;
}

export const isChangeDefault = typia.createIs<ChangeDefault>();

export const changeDefault: Form<ChangeDefault> = {
  verb: "change",
  on: "field",
  slots: [
    { ask: "field", lead: "default of " },
    { ask: "model", lead: " of " },
    { ask: "default", lead: " to " },
  ],
  usage: "change default of <field> of <model> to <value>|none",
  example: "change default of sequence of files to 0",
  parse: (rest) => {
    const [, field, of, to] = /^default of (\w+) of ([\w ]+) to (.+)$/i.exec(rest) ?? [];
    if (field === undefined || of === undefined || to === undefined) return null;
    return { kind: "change-default", field, of, to: to.toLowerCase() === "none" ? null : to };
  },
  print: ({ field, of, to }) => `change default of ${field} of ${of} to ${to ?? "none"}`,
};
