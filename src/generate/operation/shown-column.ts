import type { DatabaseSpec, Field, Model } from "../../spec/database/database-spec.js";
import type { DtoProperty } from "../../spec/interface/interface-spec.js";
import { sameWords, wordsOf } from "../../spec/words.js";
import { bareType } from "./existing-columns.js";

/** The column that a property shows: the one of its tag, else the one that is called so. */
export function fieldOf(property: DtoProperty, model: Model): Field | null {
  const columns = model.fields.filter(({ relation, list }) => relation === null && !list);
  const tagged = columns.find(({ name }) => name === property.column);
  if (tagged !== undefined) return tagged;
  if (property.column !== null) return null;
  return columns.find(({ name }) => sameWords(wordsOf(name), wordsOf(property.name))) ?? null;
}

const PLAIN: ReadonlySet<string> = new Set(["String", "Int", "Float", "Boolean", "DateTime"]);

/** The value of a column as a property shows it, given the row; null where their types do not go together. */
export function shownColumn(
  property: DtoProperty,
  { name, type, optional }: Field,
  { enums }: DatabaseSpec,
): ((row: string) => string) | null {
  if (property.references.length > 0 || (!PLAIN.has(type) && !enums.has(type))) return null;
  const nullable = /\bnull\b/.test(property.type);
  if (optional && !nullable && !property.optional && !/\bundefined\b/.test(property.type)) return null;
  const missing = nullable ? "null" : "undefined";
  const bare = bareType(property);
  const kind = bare.startsWith("number") ? ["Int", "Float"] : bare === "boolean" ? ["Boolean"] : null;
  if (kind === null ? !/^(string|")/.test(bare) || /Int|Float|Boolean/.test(type) : !kind.includes(type))
    return null;
  if (type === "DateTime")
    return (row) =>
      optional
        ? `${row}.${name} ? toISOStringSafe(${row}.${name}) : ${missing}`
        : `toISOStringSafe(${row}.${name})`;
  const cast = bare === "string" || kind !== null ? "" : ` as ${property.type.replace(/\s+/g, " ")}`;
  const open = optional && !(nullable && cast === "") ? ` ?? ${missing}` : "";
  return (row) =>
    open !== "" && cast !== "" ? `(${row}.${name}${open})${cast}` : `${row}.${name}${open}${cast}`;
}
