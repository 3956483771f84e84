import type { Field } from "./database-spec.js";

/** What the database calls a field's column: `@map`'s name, or the field's. */
export function columnOf({ name, attributes }: Pick<Field, "name" | "attributes">): string {
  const mapped = attributes.find((attribute) => attribute.name === "map");
  return mapped?.argument.replace(/^(name:\s*)?"|"$/g, "") ?? name;
}
