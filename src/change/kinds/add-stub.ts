import typia from "typia";
import type { Form } from "../form.js";
import { parseQuoted, printQuoted } from "../quoted.js";

/** Serves an operation of which the outside alone is settled: its code says that it is not written yet. */
export interface AddStub {
  readonly kind: "add-stub";
  readonly method: string;
  /** As written, with parameters in braces or behind colons. */
  readonly path: string;
  /** Who may, as written; "anyone" for everybody, null where nothing is said. */
  readonly actor: string | null;
  /** Name of its SDK function; null where the path says it. */
  readonly name: string | null;
  /** The DTO of its body; null for none. */
  readonly body: string | null;
  /** The DTO that it answers with; null for nothing. */
  readonly response: string | null;
  /** A sentence about what it does; null where the name says it. */
  readonly summary: string | null;
}

export const isAddStub = typia.createIs<AddStub>();

const DTO = String.raw`I[A-Z]\w*(?:\.I\w+)*`;

const PATTERN = new RegExp(
  String.raw`^operation (get|post|put|patch|delete) (/\S*)(?: by (\w+)| (?:as )?(public))?(?: as (\w+))?(?: taking (${DTO}))?(?: answering (${DTO}))?(?: saying ("(?:[^"\\]|\\["\\n])*"))?$`,
  "i",
);

export const addStub: Form<AddStub> = {
  verb: "add",
  on: "operation",
  slots: [
    { ask: "endpoint", lead: "operation " },
    { ask: "actor", lead: " by ", optional: true },
    { ask: "name", lead: " as ", optional: true },
    { ask: "body", lead: " taking ", optional: true },
    { ask: "response", lead: " answering ", optional: true },
    { ask: "text", lead: " saying ", optional: true },
  ],
  usage:
    'add operation <method> <path> [by <actor>|anyone] [as <name>] [taking <DTO>] [answering <DTO>] [saying "<sentence>"]',
  example:
    'add operation POST /bbs/member/categories/{categoryId}/follow by member as follow answering IBbsCategory saying "Follow a category."',
  parse: (rest) => {
    const [, method, path, actor, everybody, name, body, response, said] = PATTERN.exec(rest) ?? [];
    if (method === undefined || path === undefined) return null;
    const summary = parseQuoted(said);
    if (said !== undefined && summary === null) return null;
    return {
      kind: "add-stub",
      method: method.toUpperCase(),
      path,
      actor: everybody === undefined ? (actor ?? null) : "anyone",
      name: name ?? null,
      body: body ?? null,
      response: response ?? null,
      summary,
    };
  },
  print: ({ method, path, actor, name, body, response, summary }) =>
    [
      `add operation ${method} ${path}`,
      ...(actor === null ? [] : [`by ${actor}`]),
      ...(name === null ? [] : [`as ${name}`]),
      ...(body === null ? [] : [`taking ${body}`]),
      ...(response === null ? [] : [`answering ${response}`]),
      ...(summary === null ? [] : [`saying ${printQuoted(summary)}`]),
    ].join(" "),
};
