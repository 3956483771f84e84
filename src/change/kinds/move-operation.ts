import typia from "typia";
import type { Form } from "../form.js";

/** Serves an operation elsewhere. */
export interface MoveOperation {
  readonly kind: "move-operation";
  readonly method: string;
  /** As written, with parameters in braces or behind colons. */
  readonly path: string;
  readonly to: string;
  /** The old path says where the new one is. */
  readonly keepsPath?: true;
}

const FORM = /^operation (get|post|put|patch|delete) (\/\S*) to (\/\S*)( keeping (?:the )?old paths?)?$/i;

export const isMoveOperation = typia.createIs<MoveOperation>();

export const moveOperation: Form<MoveOperation> = {
  verb: "move",
  on: "operation",
  slots: [
    { ask: "operation", lead: "operation " },
    { ask: "path", lead: " to " },
    { ask: "kept", lead: " ", optional: true },
  ],
  usage: "move operation <method> <path> to <path> [keeping old paths]",
  example: "move operation DELETE /bbs/admin/articles/{articleId} to /bbs/moderation/articles/{articleId}",
  parse: (rest) => {
    const [, method, path, to, kept] = FORM.exec(rest) ?? [];
    return method === undefined || path === undefined || to === undefined
      ? null
      : {
          kind: "move-operation",
          method: method.toUpperCase(),
          path,
          to,
          ...(kept !== undefined && { keepsPath: true as const }),
        };
  },
  print: ({ method, path, to, keepsPath }) =>
    `move operation ${method} ${path} to ${to}${keepsPath === true ? " keeping old paths" : ""}`,
};
