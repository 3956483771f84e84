import typia from "typia";
import type { Form } from "../form.js";

/** Lets somebody else call an operation: another actor, or everybody. */
export interface ChangeAccess {
  readonly kind: "change-access";
  readonly method: string;
  /** As written, with parameters in braces or behind colons. */
  readonly path: string;
  /** Null for everybody. */
  readonly actor: string | null;
}

export const isChangeAccess = typia.createIs<ChangeAccess>();

const PATTERN =
  /^operation (get|post|put|patch|delete) (\/\S*) to (?:(?:by )?(public|anyone|anybody|everyone|everybody)|by (\w+))$/i;

export const changeAccess: Form<ChangeAccess> = {
  verb: "change",
  on: "operation",
  slots: [
    { ask: "operation", lead: "operation " },
    { ask: "actor", lead: " to by " },
  ],
  usage: "change operation <method> <path> to by <actor>|public",
  example: "change operation DELETE /bbs/member/articles/{articleId} to by admin",
  parse: (rest) => {
    const [, method, path, , actor] = PATTERN.exec(rest) ?? [];
    return method === undefined || path === undefined
      ? null
      : { kind: "change-access", method: method.toUpperCase(), path, actor: actor ?? null };
  },
  print: ({ method, path, actor }) =>
    `change operation ${method} ${path} to ${actor === null ? "public" : `by ${actor}`}`,
};
