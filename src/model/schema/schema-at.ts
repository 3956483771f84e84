import type { ILlmSchema } from "@typia/interface";
import { chooseAlternative } from "./choose-alternative.js";
import { type Key, parsePath } from "./path.js";

/** The schema that governs a place of a value, its reference kept; undefined where the value does not fit around it. */
export function schemaAt(
  parameters: ILlmSchema.IParameters,
  path: string,
  value: unknown,
): ILlmSchema | undefined {
  let schema: ILlmSchema | undefined = parameters;
  let around = value;
  for (const key of parsePath(path)) {
    const chosen: ILlmSchema | undefined =
      schema === undefined ? undefined : chooseAlternative(schema, around, parameters.$defs);
    schema = chosen === undefined ? undefined : inside(chosen, key);
    around = typeof around === "object" && around !== null ? Reflect.get(around, key) : undefined;
  }
  return schema;
}

function inside(schema: ILlmSchema, key: Key): ILlmSchema | undefined {
  if (typeof key === "number") return "items" in schema ? schema.items : undefined;
  return "properties" in schema ? schema.properties[key] : undefined;
}
