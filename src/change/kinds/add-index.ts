import typia from "typia";
import type { Form } from "../form.js";
import { INDEX_USAGE, type IndexChange, parseIndex, printIndex } from "../index-form.js";

/** Lets the database find rows by these columns, in this order; a unique one also keeps two rows from being alike in them. */
export interface AddIndex extends IndexChange {
  readonly kind: "add-index";
}

export const isAddIndex = typia.createIs<AddIndex>();

export const addIndex: Form<AddIndex> = {
  verb: "add",
  on: "field",
  slots: [
    { ask: "index", lead: "" },
    { ask: "model", lead: " on " },
    { ask: "columns", lead: "(", tail: ")" },
  ],
  usage: `add ${INDEX_USAGE}`,
  example: "add index on articles(title)",
  parse: (rest) => {
    const index = parseIndex(rest);
    return index === null ? null : { kind: "add-index", ...index };
  },
  print: (change) => `add ${printIndex(change)}`,
};
