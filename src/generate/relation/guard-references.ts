import { parseTypescript } from "../../source/parse-typescript.js";
import type { PlacedSplice } from "../../source/splice-files.js";
import { deletedColumn } from "../../spec/database/deleted-column.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import type { NewCarrier, NewField } from "../add/new-field.js";
import type { Unclear } from "../rename/unclear.js";
import { type CodeStyle, readCodeStyle } from "../create/code/code-style.js";
import { lookupOf } from "../create/code/lookup.js";
import { singularOf } from "../create/conventions/spelling.js";
import type { Known } from "../create/known.js";
import { checkAncestors, checkFound, type Check } from "./reference-checks.js";
import { findWrite } from "./find-write.js";
import { placeCheck } from "./place-check.js";

export interface ReferenceGuards {
  readonly splices: readonly PlacedSplice[];
  /** Operations that write the key and could not be given a check. */
  readonly missing: readonly Unclear[];
}

/**
 * Checks of the rows that callers name, in the operations that write them: that there is such a row for this actor,
 * where the database would not say it or not well enough, and that no row comes to lie below itself.
 */
export function guardReferences(fields: readonly NewField[], known: Known): ReferenceGuards {
  const style = readCodeStyle(known);
  const splices: PlacedSplice[] = [];
  const missing: Unclear[] = [];
  for (const field of fields)
    for (const carrier of field.key?.maker === null ? field.carriers : [])
      for (const operation of operationsWith(carrier, known)) {
        const path = operation.provider?.path ?? operation.controller.path;
        const guard = guardIn(path, field, carrier, operation, style, known);
        if (typeof guard === "string") missing.push({ path, line: 1, why: guard });
        else if (guard !== null) splices.push({ path, ...guard });
      }
  return { splices, missing };
}

function operationsWith({ dto, use }: NewCarrier, { api }: Known): readonly Operation[] {
  return use === "read" ? [] : [...api.operations.values()].filter(({ body }) => body === dto.name);
}

/** The checks in front of the statement that writes; null where none is needed, a reason where one cannot be made. */
function guardIn(
  path: string,
  field: NewField,
  { property, use }: NewCarrier,
  operation: Operation,
  style: CodeStyle,
  known: Known,
): { readonly start: number; readonly end: number; readonly text: string } | string | null {
  const { key, model, name } = field;
  const file = known.backend.files.get(path);
  if (key === undefined || file === undefined || use === "read") return null;
  const source = parseTypescript(file);
  const write = findWrite(source, model.name, use, operation);
  const atHand = { actor: operation.actor, parameters: [] };
  const conditions = lookupOf(key.target, atHand, style, known) ?? aliveOnly(key.target.fields);
  const tree = key.target === model && use === "update";
  if (!tree && style.modular && conditions.length === 0) return null;
  if (write === null) return `the statement that writes ${model.name} was not found`;
  if (!/import\s*\{[^}]*\bHttpException\b/.test(source.text))
    return "it has no exception to refuse a request with";
  const check: Check = {
    value: `${write.body}.${property}`,
    own: write.id,
    client: write.client,
    table: key.target.name,
    column: name,
    noun: singularOf(key.target.name.split("_")).at(-1) ?? key.target.name,
    relation: key.relation,
    conditions,
    style,
    text: source.text,
  };
  const checks = [
    ...(style.modular && conditions.length === 0 ? [] : [checkFound(check)]),
    ...(tree ? [checkAncestors(check)] : []),
  ];
  if (checks.includes(null)) return "the row that is altered is not named by its id";
  return placeCheck(checks.join("\n\n"), write.statement, style.width);
}

/** Rows that were deleted softly are gone for callers. */
export function aliveOnly(fields: NewField["model"]["fields"]): readonly string[] {
  const deleted = deletedColumn(fields);
  return deleted === null ? [] : [`${deleted.name}: null`];
}
