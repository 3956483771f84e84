import type { CallRequest } from "../port.js";
import { parentPath, parsePath, ROOT } from "../schema/path.js";
import { schemaAt } from "../schema/schema-at.js";
import { alternativesOf } from "../schema/resolve-schema.js";
import type { ActiveFault } from "./active-fault.js";
import { errorsIn, type ToldError } from "./errors-in.js";
import type { Damage } from "./fault-kind.js";

/**
 * Whether a model that reads nothing but the request could undo a fault: its exact place is named, and what is right
 * there follows from what is said.
 */
export function isTold(fault: ActiveFault, request: CallRequest, right: unknown): boolean {
  const errors = errorsIn(request.messages.at(-1)?.text ?? "");
  const { kind, damage, names } = fault;
  if (kind.spoils === "text") return errors.some((error) => kind.told.test(wordsOf(error)));
  if (damage === null) return false;
  if (errors.some((error) => error.path === damage.at && follows(damage, names, error))) return true;
  if (errors.some((error) => isEmptied(damage, error))) return true;
  return isChosen(damage, names, request, right) || errors.some((error) => isQuoted(damage, error));
}

/** What may stand at a named place: nothing, one of the names that are listed, or what the text asks for. */
function follows({ right }: Damage, names: readonly string[], error: ToldError): boolean {
  if (right === undefined) return error.expected === "nothing" || /take (it|one) out/.test(wordsOf(error));
  if (names.length > 0 && typeof right === "string") return wordsOf(error).includes(JSON.stringify(right));
  return error.expected !== "nothing";
}

/** The only element was left out, and the list is said to need one. */
function isEmptied({ at, right }: Damage, error: ToldError): boolean {
  return right !== undefined && error.path === parentPath(at) && /MinItems|at least one/.test(error.expected);
}

/** The place alone is asked for, and the values that may be chosen are few and have the right one. */
function isChosen(
  { at, right }: Damage,
  names: readonly string[],
  request: CallRequest,
  whole: unknown,
): boolean {
  if (request.part === ROOT || request.part !== at) return false;
  if (names.length === 0) return true;
  const { parameters } = request.function;
  const schema = schemaAt(parameters, "$input.value", { value: whole });
  const values = schema === undefined ? [] : alternativesOf(schema, parameters.$defs);
  return values.some(
    (each) => "enum" in each && (each.enum as readonly unknown[] | undefined)?.includes(right) === true,
  );
}

/** Something is missing around there, and the words that it is about are said. */
function isQuoted({ at, right }: Damage, error: ToldError): boolean {
  const above =
    at !== error.path && parsePath(at).length > parsePath(error.path).length && at.startsWith(error.path);
  return (
    above &&
    textsIn(right).some(
      (text) => text.length >= 8 && wordsOf(error).includes(JSON.stringify(text).slice(1, -1)),
    )
  );
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function wordsOf({ expected, description = "" }: ToldError): string {
  return `${expected} ${description}`;
}
