import typia from "typia";
import type { Form } from "../form.js";

/** Takes one operation away, with whatever served nothing else. */
export interface RemoveOperation {
  readonly kind: "remove-operation";
  /** "PATCH" */
  readonly method: string;
  /** As written, with parameters in braces or behind colons. */
  readonly path: string;
}

export const isRemoveOperation = typia.createIs<RemoveOperation>();

export const removeOperation: Form<RemoveOperation> = {
  verb: "remove",
  on: "operation",
  slots: [{ ask: "operation", lead: "operation " }],
  usage: "remove operation <method> <path>",
  example: "remove operation DELETE /bbs/admin/articles/{articleId}",
  parse: (rest) => {
    const [, method, path] = /^operation (get|post|put|patch|delete) (\/\S*)$/i.exec(rest) ?? [];
    return method === undefined || path === undefined
      ? null
      : { kind: "remove-operation", method: method.toUpperCase(), path };
  },
  print: ({ method, path }) => `remove operation ${method} ${path}`,
};
