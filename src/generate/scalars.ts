import { type FieldType, SCALARS, type Scalar } from "../change/field-type.js";

interface Written {
  readonly column: string;
  readonly property: string;
}

export const UUID = `string & tags.Format<"uuid">`;

const WRITTEN: Readonly<Record<Scalar, Written>> = {
  string: { column: "String", property: "string" },
  int: { column: "Int", property: `number & tags.Type<"int32">` },
  double: { column: "Float", property: "number" },
  boolean: { column: "Boolean", property: "boolean" },
  datetime: { column: "DateTime", property: `string & tags.Format<"date-time">` },
  uuid: { column: "String", property: UUID },
  uri: { column: "String", property: `string & tags.Format<"uri">` },
  email: { column: "String", property: `string & tags.Format<"email">` },
};

/** The scalar of a name; null for a name that is none. */
export function scalarOf(name: string): Scalar | null {
  return SCALARS.find((each) => each === name) ?? null;
}

/** Prisma's type of a scalar. */
export function columnType(scalar: Scalar): string {
  return WRITTEN[scalar].column;
}

/** The type of a field's values as DTOs write it, null aside. */
export function propertyType({ name, values }: Pick<FieldType, "name" | "values">): string {
  if (values.length > 0) return values.map((value) => JSON.stringify(value)).join(" | ");
  return WRITTEN[scalarOf(name) ?? "string"].property;
}

/** `type | null | undefined`, in parentheses where it is more than a name. */
export function union(type: string, ...others: readonly string[]): string {
  if (others.length === 0) return type;
  return [/ & /.test(type) ? `(${type})` : type, ...others].join(" | ");
}
