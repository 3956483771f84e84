import type { Backfill } from "../../spec/backfills.js";
import { columnOf } from "../../spec/database/column-of.js";
import type { DatabaseSpec, Model } from "../../spec/database/database-spec.js";
import { castOf } from "./cast.js";
import type { Created } from "./created.js";
import { literalSql } from "./literal.js";
import type { Dialect } from "./schema-engine.js";
import type { Column } from "./table-columns.js";
import { familyOf } from "./type-family.js";

/** The databases before and after the migration's second part; both speak the head's names. */
export interface Sides {
  readonly renamed: DatabaseSpec;
  readonly head: DatabaseSpec;
  readonly between: Created;
  readonly after: Created;
  readonly dialect: Dialect;
}

export interface FillSql {
  readonly sql: string;
  /** Another column gives the value, and it may have none. */
  readonly optional: boolean;
}

/**
 * The SQL of a backfill's value for rows of its table; a sentence where there is none. `source` is another model whose
 * rows give the values, as they are before the script.
 */
export function backfillSql(
  backfill: Backfill,
  model: Model,
  column: Column,
  sides: Sides,
  source: Model | null = null,
): FillSql | string {
  const { value } = backfill;
  const name = `${backfill.model}.${backfill.field}`;
  const family = familyOf(column.type);
  const type = model.fields.find((field) => field.name === backfill.field)?.type ?? "";
  const constant = (sql: string | null, why: string): FillSql | string =>
    sql === null ? why : { sql, optional: false };
  switch (value.kind) {
    case "literal":
      return constant(
        literalSql(value.value, column.type, sides.head.enums.get(type)),
        `${name} is of type ${type} and cannot hold ${JSON.stringify(value.value)}`,
      );
    case "default":
      return constant(column.default, `${name} has no default in the database`);
    case "now":
      return constant(
        family === "datetime" || family === "date" ? "CURRENT_TIMESTAMP" : null,
        `${name} is of type ${type} and holds no moment`,
      );
    case "uuid":
      return constant(uuidSql(column.type, sides.dialect), `${name} is of type ${type} and holds no UUID`);
    case "field":
      return copied(value.field, name, column, fromRow(model, value.field, sides, source), sides);
    case "related":
      return related(value.relation, value.field, name, source ?? model, column, sides);
  }
}

function uuidSql(type: string, dialect: Dialect): string | null {
  const family = familyOf(type);
  if (dialect === "sqlite") return family === "text" ? SQLITE_UUID : null;
  if (family === "uuid") return "gen_random_uuid()";
  return family === "text" || family === "bounded" ? "gen_random_uuid()::text" : null;
}

/** SQLite knows no UUIDs: version 4, from random bytes. */
const SQLITE_UUID =
  "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || " +
  "substr('89AB', 1 + abs(random() % 4), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";

interface Source {
  readonly sql: string;
  readonly type: string;
  readonly optional: boolean;
}

/** Before the migration rows have what they had; PostgreSQL has changed the types of columns that stay by then. */
function fromRow(
  model: Model,
  name: string,
  { renamed, between, after, dialect }: Sides,
  source: Model | null,
): Source | null {
  const { table } = source ?? model;
  const field = renamed.models.get((source ?? model).name)?.fields.find((each) => each.name === name);
  if (field === undefined || field.list || field.relation !== null) return null;
  const column = columnOf(field);
  const before = between.tables.get(table)?.columns.get(column);
  const now = after.tables.get(table)?.columns.get(column);
  if (before === undefined) return null;
  const altered = dialect === "postgresql" && source === null;
  const type = altered ? (now?.type ?? before.type) : before.type;
  return { sql: `"${column}"`, type, optional: !before.required };
}

function related(
  relation: string,
  field: string,
  name: string,
  model: Model,
  column: Column,
  sides: Sides,
): FillSql | string {
  const { renamed, head, between } = sides;
  const before = renamed.models.get(model.name);
  const key = before?.fields.find((each) => each.name === relation)?.relation ?? null;
  const target = renamed.models.get(key?.target ?? "");
  const source = target?.fields.find((each) => each.name === field);
  const stays = head.models.get(key?.target ?? "")?.fields.some((each) => each.name === field) === true;
  if (
    before === undefined ||
    key === null ||
    target === undefined ||
    source === undefined ||
    key.fields.length === 0
  )
    return `${model.name} has no relation "${relation}" whose rows have a field "${field}"`;
  if (!stays) return `${target.name}.${field} goes with this change`;
  const columnIn = (owner: Model, wanted: string): string =>
    owner.fields.filter((each) => each.name === wanted).map(columnOf)[0] ?? wanted;
  const where = key.fields.map(
    (own, index) =>
      `other."${columnIn(target, key.references[index] ?? "")}" = "${model.table}"."${columnIn(before, own)}"`,
  );
  const from = between.tables.get(target.table)?.columns.get(columnOf(source));
  if (from === undefined) return `${target.name}.${field} is no column`;
  return copied(
    `${relation}.${field}`,
    name,
    column,
    {
      sql: `(SELECT other."${columnOf(source)}" FROM "${target.table}" AS other WHERE ${where.join(" AND ")})`,
      type: from.type,
      optional: true,
    },
    sides,
  );
}

function copied(
  field: string,
  name: string,
  column: Column,
  source: Source | null,
  { dialect }: Sides,
): FillSql | string {
  if (source === null) return `"${field}" is no column that had values before`;
  if (source.type === column.type) return source;
  const { verdict, sql } = castOf(source.type, column.type, source.sql, dialect);
  if (sql === null || verdict === "loses")
    return `"${field}" cannot be copied to ${name} without losing values`;
  return { sql, optional: source.optional };
}
