import typia from "typia";
import { parseCarriers, printCarriers } from "../carrier-list.js";
import { type DeleteBehaviour, parseDeleteBehaviour } from "../delete-behaviour.js";
import type { Form } from "../form.js";

/** Lets the rows of a model lead to a row of another one, or of the same, that callers name. */
export interface AddRelation {
  readonly kind: "add-relation";
  readonly name: string;
  /** The model that it leads to, as written. */
  readonly target: string;
  readonly optional: boolean;
  /** The model that holds its key, as written. */
  readonly to: string;
  /** At most one row leads to a row of the target. */
  readonly unique: boolean;
  /** The relation whose row is meant in the rows that stand, and in new ones that name none. */
  readonly filledFrom?: string;
  /** What deleting the target's row does; null for what the backend does elsewhere. */
  readonly onDelete: DeleteBehaviour | null;
  /** The DTOs that carry it, such as "read" and "create"; null for those that do by default, empty for none. */
  readonly carriers: readonly string[] | null;
}

export const isAddRelation = typia.createIs<AddRelation>();

const FORM =
  /^relation (\w+)\s*:\s*(\w+)(\?)? to ([\w ]+?)( unique)?(?: filled from (\w+))?(?: on delete (cascade|set null|restrict))?(?: in (\w+(?:\s*,\s*\w+)*))?$/i;

export const addRelation: Form<AddRelation> = {
  verb: "add",
  on: "relation",
  slots: [
    { ask: "name", lead: "relation " },
    { ask: "target", lead: ": " },
    { ask: "model", lead: " to " },
    { ask: "unique", lead: " ", optional: true },
    { ask: "relation", lead: " filled from ", optional: true },
    { ask: "on-delete", lead: " on delete ", optional: true },
    { ask: "dtos", lead: " in ", optional: true },
  ],
  usage:
    "add relation <name>: <model>[?] to <model> [unique] [filled from <relation>] [on delete cascade|set null|restrict] [in read, create, update, summary|nothing]",
  example: "add relation parent: categories? to categories",
  parse: (rest) => {
    const [, name, target, optional, to, unique, filledFrom, onDelete, carriers] = FORM.exec(rest) ?? [];
    if (name === undefined || target === undefined || to === undefined) return null;
    // What may be empty needs nothing to be filled from.
    if (optional !== undefined && filledFrom !== undefined) return null;
    return {
      kind: "add-relation",
      name,
      target,
      optional: optional !== undefined,
      to,
      unique: unique !== undefined,
      ...(filledFrom !== undefined && { filledFrom }),
      onDelete: onDelete === undefined ? null : parseDeleteBehaviour(onDelete),
      carriers: parseCarriers(carriers),
    };
  },
  print: ({ name, target, optional, to, unique, filledFrom, onDelete, carriers }) =>
    `add relation ${name}: ${target}${optional ? "?" : ""} to ${to}` +
    (unique ? " unique" : "") +
    (filledFrom === undefined ? "" : ` filled from ${filledFrom}`) +
    (onDelete === null ? "" : ` on delete ${onDelete}`) +
    printCarriers(carriers),
};
