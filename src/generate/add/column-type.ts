import type { FieldType } from "../../change/field-type.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";

interface Written {
  readonly column: string;
  /** As a DTO says it; null where it is a set of values. */
  readonly property: string;
}

const TYPES: ReadonlyMap<string, Written> = new Map([
  ["string", { column: "String", property: "string" }],
  ["int", { column: "Int", property: 'number & tags.Type<"int32">' }],
  ["double", { column: "Float", property: "number" }],
  ["boolean", { column: "Boolean", property: "boolean" }],
  ["datetime", { column: "DateTime", property: 'string & tags.Format<"date-time">' }],
  ["uuid", { column: "String", property: 'string & tags.Format<"uuid">' }],
  ["uri", { column: "String", property: 'string & tags.Format<"uri">' }],
  ["email", { column: "String", property: 'string & tags.Format<"email">' }],
]);

/** Prisma's type of a scalar; null for a name that is none. */
export function columnType({ name }: FieldType): string | null {
  return TYPES.get(name)?.column ?? null;
}

/** The type of its property, whether it may be empty left out. */
export function propertyType({ name, values }: FieldType): string {
  if (values.length > 0) return values.map((value) => JSON.stringify(value)).join(" | ");
  return TYPES.get(name)?.property ?? "string";
}

/** The native type that columns alike have in this schema, such as "@db.Uuid"; null if most of them have none. */
export function nativeType({ name, values }: FieldType, database: DatabaseSpec): string | null {
  const type = TYPES.get(name)?.column;
  const columns = [...database.models.values()].flatMap(({ fields }) =>
    fields.filter((each) => each.type === type),
  );
  const named = (column: (typeof columns)[number]): string | null => {
    const native = column.attributes.find((each) => each.name.startsWith("db."));
    if (native === undefined) return null;
    return `@${native.name}${native.argument === "" ? "" : `(${native.argument})`}`;
  };
  if (name === "uuid") return columns.some((each) => named(each) === "@db.Uuid") ? "@db.Uuid" : null;
  if (type === "String" && (values.length > 0 || name === "string")) return null;
  const all = columns.filter((each) => type !== "String" || each.name.endsWith(name)).map(named);
  const [first] = all;
  return first !== undefined && all.every((each) => each === first) ? first : null;
}
