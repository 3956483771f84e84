import type { Field } from "./database-spec.js";

/** The column that is empty while a row lives, where rows are removed softly; null where they are not. */
export function deletedColumn(fields: readonly Field[]): Field | null {
  return fields.find(({ name, optional }) => optional && /^deleted_?at$/i.test(name)) ?? null;
}
