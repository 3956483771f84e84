import type { EnumBlock } from "../../spec/database/database-spec.js";
import { quoted } from "./quoted.js";
import { familyOf } from "./type-family.js";

/** A literal as SQL for a column of that type; null where the column cannot hold it. `block` is the enum it is of. */
export function literalSql(
  value: string | number | boolean,
  type: string,
  block: EnumBlock | undefined,
): string | null {
  if (block !== undefined) {
    const label = block.labels[block.values.indexOf(String(value))];
    return label === undefined ? null : quoted(label);
  }
  const text = String(value);
  switch (familyOf(type)) {
    case "text":
    case "enum":
      return quoted(text);
    case "bounded":
      return [...text].length > Number(/\d+/.exec(type)?.[0] ?? Infinity) ? null : quoted(text);
    case "integer":
    case "bigint":
      return /^-?\d+$/.test(text) ? text : null;
    case "float":
    case "decimal":
      return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? text : null;
    case "boolean":
      return /^(true|false)$/.test(text) ? text : null;
    case "datetime":
    case "date":
      return Number.isNaN(Date.parse(text)) ? null : quoted(text);
    case "uuid":
      return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? quoted(text) : null;
    case "json":
      return isJson(text) ? quoted(text) : null;
    case "other":
      return null;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
