import typia from "typia";
import type { Form } from "../form.js";
import { INDEX_USAGE, type IndexChange, parseIndex, printIndex } from "../index-form.js";

/** Takes an index away, a unique one only where that is said. */
export interface RemoveIndex extends IndexChange {
  readonly kind: "remove-index";
}

export const isRemoveIndex = typia.createIs<RemoveIndex>();

export const removeIndex: Form<RemoveIndex> = {
  verb: "remove",
  on: "field",
  slots: [
    { ask: "index", lead: "" },
    { ask: "model", lead: " on " },
    { ask: "columns", lead: "(", tail: ")" },
  ],
  usage: `remove ${INDEX_USAGE}`,
  example: "remove index on articles(created_at)",
  parse: (rest) => {
    const index = parseIndex(rest);
    return index === null ? null : { kind: "remove-index", ...index };
  },
  print: (change) => `remove ${printIndex(change)}`,
};
