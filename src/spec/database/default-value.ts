import type { Field } from "./database-spec.js";

/** The argument of a column's `@default(…)`; null without one. */
export function defaultOf({ attributes }: Pick<Field, "attributes">): string | null {
  return attributes.find(({ name }) => name === "default")?.argument ?? null;
}

/**
 * The argument of `@default(…)` for a value as a person writes it: `0`, `true`, `now`, `uuid`, `"draft"` or `draft`.
 * Null where a column of that type cannot hold it. `values` are those of the enum that is the type, if it is one.
 */
export function defaultValue(written: string, type: string, values: readonly string[]): string | null {
  const bare = written.replace(/^(["'])(.*)\1$/, "$2");
  if (values.length > 0) return values.includes(bare) ? bare : null;
  switch (type) {
    case "String":
      return /^(uuid|cuid)(\(\))?$/.test(written) ? written.replace(/(\(\))?$/, "()") : JSON.stringify(bare);
    case "Int":
    case "BigInt":
      return /^-?\d+$/.test(bare) ? bare : null;
    case "Float":
    case "Decimal":
      return /^-?\d+(\.\d+)?$/.test(bare) ? bare : null;
    case "Boolean":
      return /^(true|false)$/i.test(bare) ? bare.toLowerCase() : null;
    case "DateTime":
      if (/^now(\(\))?$/i.test(bare)) return "now()";
      return /^\d{4}-\d\d-\d\d/.test(bare) && !Number.isNaN(Date.parse(bare))
        ? JSON.stringify(new Date(bare).toISOString())
        : null;
    default:
      return null;
  }
}
