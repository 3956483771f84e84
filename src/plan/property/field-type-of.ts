import type { FieldType } from "../../change/field-type.js";
import type { DatabaseSpec, Field } from "../../spec/database/database-spec.js";

const NAMES: ReadonlyMap<string, string> = new Map([
  ["String", "string"],
  ["Int", "int"],
  ["Float", "double"],
  ["Boolean", "boolean"],
  ["DateTime", "datetime"],
]);

/** The type of a column that is there, as the change language says it; null where it has no word for it. */
export function fieldTypeOf(field: Field, { enums }: DatabaseSpec): FieldType | null {
  if (field.relation !== null || field.list) return null;
  const values = enums.get(field.type)?.values ?? [];
  const name = values.length > 0 ? "string" : NAMES.get(field.type);
  if (name === undefined) return null;
  const isUuid = name === "string" && field.attributes.some((each) => each.name === "db.Uuid");
  return { name: isUuid ? "uuid" : name, values, optional: field.optional };
}
