import typia from "typia";
import type { Form } from "../form.js";

/** Gives a model that is there already one more operation, with everything that serves it. */
export interface AddOperation {
  readonly kind: "add-operation";
  /** As written: "create", "read", "list", "update", "delete", "restore". */
  readonly operation: string;
  /** As written. */
  readonly model: string;
  /** Who may, as written; "anyone" for everybody, null where nothing is said. */
  readonly actor: string | null;
  /** Path, as written; null for where the model's others are. */
  readonly at: string | null;
}

export const isAddOperation = typia.createIs<AddOperation>();

const PATTERN = /^operation (\w+) to (\w+(?: \w+)*?)(?: by (\w+)| (?:as )?(public))?(?: at (\/\S*))?$/i;

export const addOperation: Form<AddOperation> = {
  verb: "add",
  on: "operation",
  slots: [
    { ask: "action", lead: "operation " },
    { ask: "model", lead: " to " },
    { ask: "actor", lead: " by ", optional: true },
    { ask: "path", lead: " at ", optional: true },
  ],
  usage: "add operation create|read|list|update|delete|restore to <model> [by <actor>|anyone] [at <path>]",
  example: "add operation restore to article by member",
  parse: (rest) => {
    const [, operation, model, actor, everybody, at] = PATTERN.exec(rest) ?? [];
    if (operation === undefined || model === undefined) return null;
    const who = everybody === undefined ? (actor ?? null) : "anyone";
    return { kind: "add-operation", operation: operation.toLowerCase(), model, actor: who, at: at ?? null };
  },
  print: ({ operation, model, actor, at }) =>
    `add operation ${operation} to ${model}${actor === null ? "" : ` by ${actor}`}${at === null ? "" : ` at ${at}`}`,
};
