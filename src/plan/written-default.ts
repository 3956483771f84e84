import type { FieldType, Scalar } from "../change/field-type.js";
import { columnType } from "../generate/scalars.js";
import { defaultValue } from "../spec/database/default-value.js";

/** A default that a person wrote as `@default(…)` says it; null where a field of the type cannot have it. */
export function writtenDefault(written: string, scalar: Scalar, { values }: FieldType): string | null {
  const bare = written.replace(/^"(.*)"$/, "$1");
  if (values.length > 0 && !values.includes(bare)) return null;
  return defaultValue(written, columnType(scalar), []);
}
