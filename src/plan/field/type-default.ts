import { ts } from "ts-morph";
import type { ChangeType } from "../../change/kinds/change-type.js";
import { printChange } from "../../change/forms.js";
import { convertedLiteral, literalOf } from "../../generate/retype/literals.js";
import { columnType, scalarOf } from "../../generate/scalars.js";
import type { Field } from "../../spec/database/database-spec.js";
import { defaultOf, defaultValue } from "../../spec/database/default-value.js";
import { type Found, refuse } from "../found.js";

/** What defaults come to in another type, as the schema writes them. */
export interface NewDefaults {
  /** Of the column; null for none. */
  readonly column: string | null;
  /** For code that says a value which has no place any more; null where the change says none. */
  readonly code: string | null;
}

export function newDefaults(change: ChangeType, field: Field, name: string): Found<NewDefaults> {
  const { to } = change;
  const scalar = scalarOf(to.name) ?? "string";
  const type = columnType(scalar);
  const written = change.default === null ? null : defaultValue(change.default, type, []);
  const bare = written === null ? null : literalIn(written);
  const outside = bare !== null && convertedLiteral(bare, to) === null;
  if (change.default !== null && (written === null || outside))
    return refuse(
      `${name} will not hold "${change.default}".`,
      "Write a value of the new type behind default.",
    );
  const code = bare === null ? null : convertedLiteral(bare, to);
  const old = defaultOf(field);
  if (old === null) return { ok: true, value: { column: null, code } };
  const column = written ?? converted(old, field, change);
  if (column !== null) return { ok: true, value: { column, code } };
  return refuse(
    `The default ${old} of ${name} has no place in the new type.`,
    `Say another one: ${printChange({ ...change, default: "<value>" })}; or take it away first: change default of ${change.field} of ${change.of} to none.`,
  );
}

function converted(old: string, field: Field, { to }: ChangeType): string | null {
  const literal = literalIn(old);
  if (literal !== null) return convertedLiteral(literal, to);
  const stays = columnType(scalarOf(to.name) ?? "string") === field.type && to.values.length === 0;
  return stays && to.name !== "email" && to.name !== "uri" ? old : null;
}

/** The value of a default that says one; null for a function's. */
function literalIn(written: string): string | number | boolean | null {
  const file = ts.createSourceFile("default.ts", `(${written})`, ts.ScriptTarget.ES2022, true);
  const [statement] = file.statements;
  if (statement === undefined || !ts.isExpressionStatement(statement)) return null;
  const value = statement.expression;
  return ts.isParenthesizedExpression(value) ? literalOf(value.expression) : null;
}
