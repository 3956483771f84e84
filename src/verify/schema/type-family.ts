/** Types of columns by what they hold, so far as conversions care. */
export type Family =
  | "text"
  /** Text of limited length. */
  | "bounded"
  | "uuid"
  | "enum"
  | "integer"
  | "bigint"
  | "float"
  | "decimal"
  | "boolean"
  | "datetime"
  | "date"
  | "json"
  /** Lists, bytes, and whatever has no name here. */
  | "other";

const FAMILIES: readonly (readonly [RegExp, Family])[] = [
  [/\[\]$/, "other"],
  [/^TEXT$|^CITEXT$/, "text"],
  [/^(VARCHAR|CHAR)\(/, "bounded"],
  [/^UUID$/, "uuid"],
  [/^"/, "enum"],
  [/^(INTEGER|SMALLINT|SERIAL|SMALLSERIAL)$/, "integer"],
  [/^(BIGINT|BIGSERIAL)$/, "bigint"],
  [/^(REAL|DOUBLE PRECISION)$/, "float"],
  [/^(DECIMAL|NUMERIC)\b/, "decimal"],
  [/^BOOLEAN$/, "boolean"],
  [/^(TIMESTAMP|TIMESTAMPTZ|DATETIME)\b/, "datetime"],
  [/^DATE$/, "date"],
  [/^JSONB?$/, "json"],
];

/** `type` as the schema engine writes it in CREATE TABLE. */
export function familyOf(type: string): Family {
  return FAMILIES.find(([pattern]) => pattern.test(type))?.[1] ?? "other";
}

/** The type of a column that stands: PostgreSQL's counting types are words for making one. */
export function storedType(type: string): string {
  const counting = /^(SMALL|BIG)?SERIAL$/.exec(type);
  if (counting === null) return type;
  return counting[1] === undefined ? "INTEGER" : `${counting[1]}INT`;
}
