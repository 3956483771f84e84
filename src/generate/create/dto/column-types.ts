import { propertyType } from "../../scalars.js";
import type { NewColumn } from "../new-model.js";

/** The type of a column's values as responses have them, null aside. */
export function valueType({ scalar, values }: NewColumn): string {
  return propertyType({ name: scalar, values });
}

/** The same as callers give them: a text that is asked for is not empty. */
export function inputType(column: NewColumn): string {
  const plain = column.scalar === "string" && column.values.length === 0;
  return plain && !column.optional ? "string & tags.MinLength<1>" : valueType(column);
}
