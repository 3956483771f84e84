import typia from "typia";
import type { Form } from "../form.js";
import { parsePropertyOf, printPropertyOf, type PropertyOf } from "../property-of.js";

/** Takes a property out of DTOs; the column that it may carry stays, with its values. */
export interface HideProperty extends PropertyOf {
  readonly kind: "hide-property";
}

export const isHideProperty = typia.createIs<HideProperty>();

export const hideProperty: Form<HideProperty> = {
  verb: "hide",
  on: "property",
  slots: [
    { ask: "property", lead: "" },
    { ask: "model", lead: " of " },
    { ask: "dtos", lead: " in ", optional: true },
  ],
  usage: "hide <property> of <model> [in read, summary, create, update]",
  example: "hide email of members in summary",
  parse: (rest) => {
    const property = parsePropertyOf(rest);
    return property === null ? null : { kind: "hide-property", ...property };
  },
  print: (change) => `hide ${printPropertyOf(change)}`,
};
