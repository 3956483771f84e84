import typia from "typia";
import type { Form } from "../form.js";

/** Lets rows of a model go from a state to another one, and from no other. */
export interface AddTransition {
  readonly kind: "add-transition";
  /** As written. */
  readonly model: string;
  /** States that a row may be in before, at least one. */
  readonly from: readonly string[];
  readonly to: string;
  /** The column that holds the state; null where the model has one alone. */
  readonly field: string | null;
  /** Who may, as written; "anyone" for everybody, null where nothing is said. */
  readonly actor: string | null;
  /** What doing it is called, and its path ends with; null where the state says it. */
  readonly verb: string | null;
}

export const isAddTransition = typia.createIs<AddTransition>();

const PATTERN =
  /^operation transition (?:of )?(\w+(?: \w+)*?) from (\w+(?:(?: ?, ?| or | and )\w+)*) to (\w+)(?: on (\w+))?(?: by (\w+)| (?:as )?(public))?(?: as (\w+))?$/i;

export const addTransition: Form<AddTransition> = {
  verb: "add",
  on: "operation",
  slots: [
    { ask: "model", lead: "operation transition " },
    { ask: "states", lead: " from " },
    { ask: "state", lead: " to " },
    { ask: "field", lead: " on ", optional: true },
    { ask: "actor", lead: " by ", optional: true },
    { ask: "name", lead: " as ", optional: true },
  ],
  usage:
    "add operation transition <model> from <state>[, <state>] to <state> [on <field>] [by <actor>|anyone] [as <verb>]",
  example: "add operation transition article from draft, rejected to pending by member as submit",
  parse: (rest) => {
    const [, model, from, to, field, actor, everybody, verb] = PATTERN.exec(unquoted(rest)) ?? [];
    if (model === undefined || from === undefined || to === undefined) return null;
    const who = everybody === undefined ? (actor ?? null) : "anyone";
    const states = [...new Set(from.split(/ ?, ?| or | and /i))];
    return {
      kind: "add-transition",
      model,
      from: states,
      to,
      field: field ?? null,
      actor: who,
      verb: verb ?? null,
    };
  },
  print: ({ model, from, to, field, actor, verb }) =>
    [
      `add operation transition ${model} from ${from.join(", ")} to ${to}`,
      ...(field === null ? [] : [`on ${field}`]),
      ...(actor === null ? [] : [`by ${actor}`]),
      ...(verb === null ? [] : [`as ${verb}`]),
    ].join(" "),
};

/** States may stand in quotes, as in the set of values that they come from. */
function unquoted(text: string): string {
  return text.replaceAll(/"(\w+)"/g, "$1");
}
