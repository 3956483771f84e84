import typia from "typia";
import type { Form } from "../form.js";
import { parseQuoted, printQuoted } from "../quoted.js";

/** Lets an operation do what no rule derives. Its code is written by a language model, within the types that there are. */
export interface ChangeBehaviour {
  readonly kind: "change-behaviour";
  readonly method: string;
  /** As written, with parameters in braces or behind colons. */
  readonly path: string;
  /** What it has to do, a sentence on each line: "WHEN …, THE system SHALL …". */
  readonly text: string;
}

export const isChangeBehaviour = typia.createIs<ChangeBehaviour>();

const FORM = /^behaviou?r of (?:operation )?(get|post|put|patch|delete) (\/\S*) to (".+")$/i;

export const changeBehaviour: Form<ChangeBehaviour> = {
  verb: "change",
  on: "operation",
  slots: [
    { ask: "operation", lead: "behaviour of " },
    { ask: "text", lead: " to " },
  ],
  usage: 'change behaviour of <method> <path> to "<sentence>"',
  example:
    'change behaviour of POST /bbs/member/articles to "WHEN a member writes an article, THE system SHALL notify the followers of its category."',
  parse: (rest) => {
    const [, method, path, said] = FORM.exec(rest) ?? [];
    const text = parseQuoted(said);
    return method === undefined || path === undefined || text === null
      ? null
      : { kind: "change-behaviour", method: method.toUpperCase(), path, text };
  },
  print: ({ method, path, text }) => `change behaviour of ${method} ${path} to ${printQuoted(text)}`,
};
