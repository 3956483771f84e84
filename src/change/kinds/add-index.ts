import typia from "typia";
import { type FieldList, parseFieldList, printFieldList } from "../field-list.js";
import type { Form } from "../form.js";

/** Lets the database find rows by these columns, in this order; a unique one also keeps two rows from being alike in them. */
export interface AddIndex {
  readonly kind: "add-index";
  readonly unique: boolean;
  readonly on: FieldList;
}

export const isAddIndex = typia.createIs<AddIndex>();

export const addIndex: Form<AddIndex> = {
  verb: "add",
  usage: "add [unique] index on <model>(<field>, …)",
  example: "add index on articles(title)",
  parse: (rest) => {
    const [, unique, list] = /^(unique )?index on (.+)$/i.exec(rest) ?? [];
    const on = list === undefined ? null : parseFieldList(list);
    return on === null ? null : { kind: "add-index", unique: unique !== undefined, on };
  },
  print: ({ unique, on }) => `add ${unique ? "unique " : ""}index on ${printFieldList(on)}`,
};
