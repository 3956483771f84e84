import type { ILlmSchema } from "@typia/interface";
import { chooseAlternative } from "../schema/choose-alternative.js";
import type { Definitions } from "../schema/resolve-schema.js";

/**
 * The part of a schema that an answer stands on: an edit elsewhere, a further kind, another name beside the one that
 * was said, or a sentence of documentation leaves it as it is.
 */
export function touchedSchema(schema: ILlmSchema, value: unknown, definitions: Definitions): unknown {
  const chosen = chooseAlternative(schema, value, definitions);
  if (chosen === undefined) return "nothing that fits";
  if ("properties" in chosen && isMembers(value)) {
    const members = Object.entries(value).map(([key, each]) => {
      const inner = chosen.properties[key];
      return [key, inner === undefined ? "unknown" : touchedSchema(inner, each, definitions)] as const;
    });
    return { required: [...chosen.required].sort(), members: Object.fromEntries(members) };
  }
  if ("items" in chosen && Array.isArray(value))
    return { list: value.map((each: unknown) => touchedSchema(chosen.items, each, definitions)) };
  return leaf(chosen, value);
}

function leaf(schema: ILlmSchema, value: unknown): unknown {
  if ("properties" in schema || "items" in schema) return schema.type;
  const said = Object.fromEntries(Object.entries(schema).filter(([key]) => !DOCUMENTATION.has(key)));
  const allowed: readonly unknown[] = "enum" in schema ? (schema.enum ?? []) : [];
  return allowed.includes(value) ? { ...said, enum: [value] } : said;
}

const DOCUMENTATION: ReadonlySet<string> = new Set(["title", "description", "examples"]);

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
