import { columnOf } from "../../spec/database/column-of.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { RowCopy } from "../../spec/row-copies.js";
import { backfillSql, type Sides } from "./backfill-sql.js";
import type { Refusal } from "./conversions.js";
import { junctionOf } from "./junction-of.js";

/** The statements that make new rows from rows that stand, or sentences that say why one cannot be written. */
export function copyStatements(
  copies: readonly RowCopy[],
  sides: Sides,
): { readonly statements: readonly string[]; readonly refusals: readonly Refusal[] } {
  const statements: string[] = [];
  const refusals: Refusal[] = [];
  for (const copy of copies) {
    const written = copy.kind === "model" ? copyModel(copy, sides) : copyRelation(copy, sides);
    if (written.ok) statements.push(written.sql);
    else refusals.push({ reason: written.why, remedy: "Say where its rows come from in another way." });
  }
  return { statements, refusals };
}

type Written = { readonly ok: true; readonly sql: string } | { readonly ok: false; readonly why: string };

function copyModel({ model, from, values }: RowCopy & { kind: "model" }, sides: Sides): Written {
  const target = sides.head.models.get(model);
  const source = sides.renamed.models.get(from);
  if (target === undefined || sides.between.tables.has(target.table))
    return { ok: false, why: `${model} is no new model` };
  if (source === undefined) return { ok: false, why: `${from} is no model that had rows before` };
  const given = new Map(values.map(({ field, value }) => [field, value]));
  const columns: string[] = [];
  const selected: string[] = [];
  const filled: string[] = [];
  for (const field of target.fields) {
    const column = sides.after.tables.get(target.table)?.columns.get(columnOf(field));
    if (column === undefined) continue;
    const value = given.get(field.name);
    if (value === undefined) {
      if (!column.required || column.default !== null) continue;
      return { ok: false, why: `${model}.${field.name} is required and gets no value` };
    }
    const sql = backfillSql({ model, field: field.name, value }, target, column, sides, source);
    if (typeof sql === "string") return { ok: false, why: sql };
    columns.push(`"${columnOf(field)}"`);
    selected.push(sql.sql);
    if (column.required && sql.optional) filled.push(`${sql.sql} IS NOT NULL`);
  }
  return { ok: true, sql: insert(target.table, columns, selected, source.table, filled) };
}

function copyRelation({ model, relation, from }: RowCopy & { kind: "relation" }, sides: Sides): Written {
  const owner = sides.renamed.models.get(model);
  const key = owner?.fields.find(({ name }) => name === from)?.relation ?? null;
  const [foreign] = key?.fields ?? [];
  const id = owner?.fields.find((field) => field.id);
  const junction = junctionOf(model, relation, sides);
  if (
    owner === undefined ||
    key === null ||
    foreign === undefined ||
    key.fields.length > 1 ||
    id === undefined
  )
    return { ok: false, why: `${model} had no relation "${from}" to one row` };
  if (junction === null || sides.between.tables.has(junction.table))
    return { ok: false, why: `${model}.${relation} is no new many-to-many relation to ${key.target}` };
  const [own, other] = [quotedColumn(owner, id.name), quotedColumn(owner, foreign)];
  const selected = junction.ownFirst ? [own, other] : [other, own];
  return {
    ok: true,
    sql: insert(junction.table, ['"A"', '"B"'], selected, owner.table, [`${other} IS NOT NULL`]),
  };
}

function quotedColumn(model: Model, name: string): string {
  return `"${model.fields.filter((field) => field.name === name).map(columnOf)[0] ?? name}"`;
}

function insert(
  into: string,
  columns: readonly string[],
  values: readonly string[],
  from: string,
  conditions: readonly string[],
): string {
  const where = conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
  return `INSERT INTO "${into}" (${columns.join(", ")}) SELECT ${values.join(", ")} FROM "${from}"${where}`;
}
