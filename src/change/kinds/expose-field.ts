import typia from "typia";
import type { Form } from "../form.js";
import { parsePropertyOf, printPropertyOf, type PropertyOf } from "../property-of.js";

/** Shows a column that is there already in DTOs that do not show it yet. */
export interface ExposeField extends PropertyOf {
  readonly kind: "expose-field";
}

export const isExposeField = typia.createIs<ExposeField>();

export const exposeField: Form<ExposeField> = {
  verb: "expose",
  on: "property",
  slots: [
    { ask: "field", lead: "" },
    { ask: "model", lead: " of " },
    { ask: "dtos", lead: " in ", optional: true },
  ],
  usage: "expose <field> of <model> [in read, summary]",
  example: "expose updated_at of articles in summary",
  parse: (rest) => {
    const field = parsePropertyOf(rest);
    return field === null ? null : { kind: "expose-field", ...field };
  },
  print: (change) => `expose ${printPropertyOf(change)}`,
};
