import { LlmTypeChecker } from "@typia/utils";
import type { ILlmSchema } from "@typia/interface";
import { alternativesOf, type Definitions, resolveSchema } from "./resolve-schema.js";

/**
 * The alternative of a schema that a value is meant to be: by the member that tells them apart, else by its type.
 * Undefined where that cannot be told.
 */
export function chooseAlternative(
  schema: ILlmSchema,
  value: unknown,
  definitions: Definitions,
): ILlmSchema | undefined {
  const resolved = resolveSchema(schema, definitions);
  if (!("anyOf" in resolved)) return resolved;
  const told = toldBy(resolved, value);
  if (told !== undefined) return resolveSchema({ $ref: told }, definitions);
  const fitting = alternativesOf(resolved, definitions).filter((each) => hasType(each, value));
  return fitting.length === 1 ? fitting[0] : amongTexts(fitting, value);
}

/** Names that exist come before any other text. */
function amongTexts(fitting: readonly ILlmSchema[], value: unknown): ILlmSchema | undefined {
  if (typeof value !== "string") return undefined;
  const texts = fitting.filter((each) => LlmTypeChecker.isString(each));
  return texts.find((each) => each.enum?.includes(value)) ?? texts.find((each) => each.enum === undefined);
}

/** The member that tells the alternatives of a schema apart, and the values it may have; null where there is none. */
export function discriminatorOf(
  schema: ILlmSchema,
  definitions: Definitions,
): { readonly member: string; readonly values: readonly string[] } | null {
  const resolved = resolveSchema(schema, definitions);
  const discriminator = "anyOf" in resolved ? resolved["x-discriminator"] : undefined;
  if (discriminator?.mapping === undefined) return null;
  return { member: discriminator.propertyName, values: Object.keys(discriminator.mapping) };
}

function toldBy(schema: ILlmSchema.IAnyOf, value: unknown): string | undefined {
  const discriminator = schema["x-discriminator"];
  if (discriminator === undefined || typeof value !== "object" || value === null) return undefined;
  const word: unknown = Reflect.get(value, discriminator.propertyName);
  return typeof word === "string" ? discriminator.mapping?.[word] : undefined;
}

/** Whether a value is of the type of a schema without alternatives, whatever is in it. */
export function hasType(schema: ILlmSchema, value: unknown): boolean {
  if (value === null) return LlmTypeChecker.isNull(schema);
  if (Array.isArray(value)) return LlmTypeChecker.isArray(schema);
  switch (typeof value) {
    case "string":
      return LlmTypeChecker.isString(schema);
    case "boolean":
      return LlmTypeChecker.isBoolean(schema);
    case "number":
      return LlmTypeChecker.isNumber(schema) || LlmTypeChecker.isInteger(schema);
    case "object":
      return LlmTypeChecker.isObject(schema);
    default:
      return false;
  }
}
