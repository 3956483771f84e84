import typia from "typia";
import type { Form } from "../form.js";

/** Serves an operation elsewhere. */
export interface MoveOperation {
  readonly kind: "move-operation";
  readonly method: string;
  /** As written, with parameters in braces or behind colons. */
  readonly path: string;
  readonly to: string;
}

export const isMoveOperation = typia.createIs<MoveOperation>();

export const moveOperation: Form<MoveOperation> = {
  verb: "move",
  on: "operation",
  slots: [
    { ask: "operation", lead: "operation " },
    { ask: "path", lead: " to " },
  ],
  usage: "move operation <method> <path> to <path>",
  example: "move operation DELETE /bbs/admin/articles/{articleId} to /bbs/moderation/articles/{articleId}",
  parse: (rest) => {
    const [, method, path, to] =
      /^operation (get|post|put|patch|delete) (\/\S*) to (\/\S*)$/i.exec(rest) ?? [];
    return method === undefined || path === undefined || to === undefined
      ? null
      : { kind: "move-operation", method: method.toUpperCase(), path, to };
  },
  print: ({ method, path, to }) => `move operation ${method} ${path} to ${to}`,
};
