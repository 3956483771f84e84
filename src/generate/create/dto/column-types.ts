import type { NewColumn } from "../new-model.js";

export const UUID = `string & tags.Format<"uuid">`;

const TYPES: Readonly<Record<NewColumn["scalar"], string>> = {
  string: "string",
  int: `number & tags.Type<"int32">`,
  double: "number",
  boolean: "boolean",
  datetime: `string & tags.Format<"date-time">`,
  uuid: UUID,
  uri: `string & tags.Format<"uri">`,
  email: `string & tags.Format<"email">`,
};

/** The type of a column's values as responses have them, null aside. */
export function valueType({ scalar, values }: NewColumn): string {
  return values.length > 0 ? values.map((value) => JSON.stringify(value)).join(" | ") : TYPES[scalar];
}

/** The same as callers give them: a text that is asked for is not empty. */
export function inputType(column: NewColumn): string {
  const plain = column.scalar === "string" && column.values.length === 0;
  return plain && !column.optional ? "string & tags.MinLength<1>" : valueType(column);
}

/** `type | null | undefined`, in parentheses where it is more than a name. */
export function union(type: string, ...others: readonly string[]): string {
  if (others.length === 0) return type;
  return [/ & /.test(type) ? `(${type})` : type, ...others].join(" | ");
}
