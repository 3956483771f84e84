import type { Creation } from "../create-context.js";
import type { NewOperation, Transition } from "../new-model.js";
import { altered } from "./answer.js";
import { findOwnRow } from "./guards.js";

/** Statements of an operation that brings a row from one state to another: back from being erased, or as is asked. */
export function movedBody(creation: Creation, operation: NewOperation): readonly string[] {
  const { schema, model, code } = creation;
  const { transition } = operation;
  const now = code.modular ? "new Date()" : "toISOStringSafe(new Date())";
  const changed = model.updatedAt ? [schema.time("updated")] : [];
  if (transition === undefined)
    return [
      findOwnRow(creation, operation, ["id"]),
      ...altered(creation, [`${schema.time("deleted")}: null`, ...timed(changed, now)]),
    ];
  const { field, to, stamp } = transition;
  const times = [...(stamp === null ? [] : [stamp]), ...changed];
  return [
    `${findOwnRow(creation, operation, ["id", field])}\n${guardState(creation, transition)}`,
    ...altered(creation, [`${field}: ${JSON.stringify(to)}`, ...timed(times, now)]),
  ];
}

function timed(columns: readonly string[], now: string): readonly string[] {
  return columns.map((name) => `${name}: ${now}`);
}

/** A row that is in no state from which it may go on is a conflict. */
function guardState({ model, code }: Creation, { field, from }: Transition): string {
  const other = from.map((state) => `${model.variable}.${field} !== ${JSON.stringify(state)}`);
  const said = `the ${model.noun} is not ${from.join(" or ")}`;
  const message = code.conflict === "" ? `${said.charAt(0).toUpperCase()}${said.slice(1)}.` : said;
  return `if (${other.join(" && ")}) throw new HttpException("${code.conflict}${message}", 409);`;
}
