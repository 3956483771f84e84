import typia from "typia";
import type { Form } from "../form.js";

/** Lets an operation answer with less or more of a row, or with a page of rows. */
export interface ChangeResponse {
  readonly kind: "change-response";
  readonly method: string;
  /** As written, with parameters in braces or behind colons. */
  readonly path: string;
  readonly to: Shown;
}

/** What is shown of each row, or that rows come in pages. */
export type Shown = (typeof SHOWN)[number];

export const SHOWN = ["summary", "whole", "page"] as const;

export const isChangeResponse = typia.createIs<ChangeResponse>();

const FORM = /^response of (?:operation )?(get|post|put|patch|delete) (\/\S*) to (?:an? |the )?(\w+)$/i;

export const changeResponse: Form<ChangeResponse> = {
  verb: "change",
  on: "operation",
  slots: [
    { ask: "operation", lead: "response of " },
    { ask: "shown", lead: " to " },
  ],
  usage: "change response of <method> <path> to summary|whole|page",
  example: "change response of PUT /bbs/member/articles/{articleId} to summary",
  parse: (rest) => {
    const [, method, path, word] = FORM.exec(rest) ?? [];
    const to = SHOWN.find((each) => each === word?.toLowerCase());
    return method === undefined || path === undefined || to === undefined
      ? null
      : { kind: "change-response", method: method.toUpperCase(), path, to };
  },
  print: ({ method, path, to }) => `change response of ${method} ${path} to ${to}`,
};
