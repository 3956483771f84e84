import type { Dialect } from "./schema-engine.js";
import { type Family, familyOf } from "./type-family.js";

/**
 * How a value goes from one type into another. `keeps`: each one has its place. `fails`: a value without a place stops
 * the migration. `loses`: some come out as another value, or as none. `none`: there is no way.
 */
export type Verdict = "keeps" | "fails" | "loses" | "none";

export interface Cast {
  readonly verdict: Verdict;
  /** The converted value; null without a way. */
  readonly sql: string | null;
}

export function castOf(from: string, to: string, value: string, dialect: Dialect): Cast {
  const verdict = verdictOf(from, to, dialect);
  if (verdict === "none") return { verdict, sql: null };
  const isMoment = familyOf(from) === "datetime" && ["text", "bounded"].includes(familyOf(to));
  if (isMoment) return { verdict, sql: momentText(from, value, dialect) };
  const write = dialect === "sqlite" ? sqliteCast : postgresCast;
  return { verdict, sql: write(familyOf(from), to, value) };
}

const KEEPS: Readonly<Partial<Record<Family, readonly Family[]>>> = {
  bounded: ["text"],
  uuid: ["text"],
  enum: ["text"],
  integer: ["bigint", "float", "decimal", "text"],
  bigint: ["decimal", "text"],
  float: ["text"],
  decimal: ["text"],
  boolean: ["integer", "bigint", "float", "decimal", "text"],
  datetime: ["text"],
  date: ["datetime", "text"],
  json: ["text"],
};

/** PostgreSQL stops where a value has no place. */
const FAILS: Readonly<Partial<Record<Family, readonly Family[]>>> = {
  text: ["bounded", "uuid", "enum", "json"],
  bounded: ["bounded", "uuid", "enum", "json"],
  uuid: ["bounded"],
  enum: ["enum", "bounded"],
  integer: ["integer", "bounded"],
  bigint: ["integer", "bounded"],
  boolean: ["bounded"],
};

const LOSES: Readonly<Partial<Record<Family, readonly Family[]>>> = {
  text: ["integer", "bigint", "float", "decimal", "boolean", "datetime", "date"],
  bounded: ["integer", "bigint", "float", "decimal", "boolean", "datetime", "date"],
  integer: ["boolean"],
  bigint: ["float", "boolean"],
  float: ["integer", "bigint", "float", "decimal", "boolean"],
  decimal: ["integer", "bigint", "float", "decimal", "boolean"],
  datetime: ["datetime", "date"],
};

function verdictOf(from: string, to: string, dialect: Dialect): Verdict {
  if (from === to) return "keeps";
  const [source, target] = [familyOf(from), familyOf(to)];
  if (source === "integer" && target === "integer" && !/^SMALL/.test(to)) return "keeps";
  if (KEEPS[source]?.includes(target) === true) return "keeps";
  // SQLite takes a value that has no place in its type, and whoever reads it later stops there.
  if (FAILS[source]?.includes(target) === true) return dialect === "sqlite" ? "loses" : "fails";
  return LOSES[source]?.includes(target) === true ? "loses" : "none";
}

function postgresCast(from: Family, to: string, value: string): string {
  const target = familyOf(to);
  if (target === "boolean" && from !== "text" && from !== "bounded") return `${value} <> 0`;
  if (from === "boolean" && target !== "text" && target !== "bounded")
    return target === "integer" ? `${value}::integer` : `${value}::integer::${to}`;
  if (target === "enum") return `${value}::text::${to}`;
  // Without a length behind it, PostgreSQL refuses what is too long; with one, it cuts.
  if (target === "bounded") return `${value}::text`;
  return `${value}::${to}`;
}

/** As code shows it: "2026-01-31T00:00:00.000Z". SQLite has moments as text, or as milliseconds since 1970. */
function momentText(from: string, value: string, dialect: Dialect): string {
  if (dialect === "sqlite") {
    const format = "'%Y-%m-%dT%H:%M:%fZ'";
    return `CASE typeof(${value}) WHEN 'integer' THEN strftime(${format}, ${value} / 1000.0, 'unixepoch') ELSE coalesce(strftime(${format}, ${value}), CAST(${value} AS TEXT)) END`;
  }
  const moment = from.startsWith("TIMESTAMPTZ") ? `${value} AT TIME ZONE 'UTC'` : value;
  return `to_char(${moment}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function sqliteCast(from: Family, to: string, value: string): string {
  const target = familyOf(to);
  if (target === "boolean" && from !== "text" && from !== "bounded") return `${value} <> 0`;
  if (target === "boolean") return `lower(${value}) IN ('true', 't', 'yes', 'y', 'on', '1')`;
  if (target === "text" && from === "boolean")
    return `CASE ${value} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END`;
  if (target === "text") return `CAST(${value} AS TEXT)`;
  if (target === "integer" || target === "bigint") return `CAST(${value} AS INTEGER)`;
  if (target === "float" || target === "decimal")
    return `CAST(${value} AS ${target === "float" ? "REAL" : "NUMERIC"})`;
  return value;
}
