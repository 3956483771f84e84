import typia, { type tags } from "typia";
import type { Form } from "../form.js";

/** Takes a feature out of the whole backend. */
export interface RemoveFeature {
  readonly kind: "remove-feature";
  /** The person's word; resolving it is the planner's work. */
  readonly target: string & tags.MinLength<1>;
}

export const isRemoveFeature = typia.createIs<RemoveFeature>();

export const removeFeature: Form<RemoveFeature> = {
  verb: "remove",
  on: "feature",
  slots: [{ ask: "feature", lead: "" }],
  usage: "remove <feature>",
  example: "remove comments",
  parse: (rest) => (rest === "" ? null : { kind: "remove-feature", target: rest }),
  print: ({ target }) => `remove ${target}`,
};
