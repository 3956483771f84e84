import { quoted } from "../quoted.js";
import type { Dialect } from "../schema-engine.js";
import { familyOf } from "../type-family.js";

/** A condition for values of a column that have no equal in another type; it does not fail on any value itself. */
export function strayValues(
  column: string,
  from: string,
  to: string,
  labels: readonly string[] | undefined,
  dialect: Dialect,
): string {
  const text = ["text", "bounded"].includes(familyOf(from));
  const value = `"${column}"`;
  if (labels !== undefined) return `CAST(${value} AS TEXT) NOT IN (${labels.map(quoted).join(", ")})`;
  switch (familyOf(to)) {
    case "integer":
    case "bigint":
      if (text) return unlike(value, familyOf(to) === "integer" ? WHOLE : LONG, dialect, "INTEGER");
      if (familyOf(from) === "bigint") return `${value} NOT BETWEEN -2147483648 AND 2147483647`;
      return dialect === "sqlite" ? `${value} <> CAST(${value} AS INTEGER)` : `${value} <> trunc(${value})`;
    case "float":
    case "decimal":
      if (text) return unlike(value, NUMBER, dialect, "REAL");
      return familyOf(from) === "bigint" ? `abs(${value}) > 9007199254740992` : `${value} IS NOT NULL`;
    case "boolean":
      return text ? `${value} NOT IN ('true', 'false')` : `${value} NOT IN (0, 1)`;
    case "bounded":
      return `length(CAST(${value} AS TEXT)) > ${/\d+/.exec(to)?.[0] ?? 1}`;
    case "uuid":
      return `${value} !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'`;
    case "date":
      return text || dialect === "sqlite" ? `${value} IS NOT NULL` : `${value} <> ${value}::date`;
    default:
      return `${value} IS NOT NULL`;
  }
}

const WHOLE = "^(0|-?[1-9][0-9]{0,8})$";
const LONG = "^(0|-?[1-9][0-9]{0,17})$";
const NUMBER = "^(0|-?[1-9][0-9]*)([.][0-9]+)?$";

/** SQLite has no patterns: a value is itself again behind the way there and back. */
function unlike(value: string, pattern: string, dialect: Dialect, type: string): string {
  if (dialect === "postgresql") return `${value} !~ '${pattern}'`;
  return `CAST(CAST(${value} AS ${type}) AS TEXT) <> ${value}`;
}
