import typia from "typia";
import { type FieldList, parseFieldList, printFieldList } from "../field-list.js";
import type { Form } from "../form.js";

/** Takes an index away, a unique one only where that is said. */
export interface RemoveIndex {
  readonly kind: "remove-index";
  readonly unique: boolean;
  readonly on: FieldList;
}

export const isRemoveIndex = typia.createIs<RemoveIndex>();

export const removeIndex: Form<RemoveIndex> = {
  verb: "remove",
  usage: "remove [unique] index on <model>(<field>, …)",
  example: "remove index on articles(created_at)",
  parse: (rest) => {
    const [, unique, list] = /^(unique )?index on (.+)$/i.exec(rest) ?? [];
    const on = list === undefined ? null : parseFieldList(list);
    return on === null ? null : { kind: "remove-index", unique: unique !== undefined, on };
  },
  print: ({ unique, on }) => `remove ${unique ? "unique " : ""}index on ${printFieldList(on)}`,
};
