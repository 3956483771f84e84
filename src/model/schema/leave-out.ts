import type { ILlmSchema } from "@typia/interface";
import { chooseAlternative } from "./choose-alternative.js";
import { alternativesOf } from "./resolve-schema.js";

/** Members of trees that say something special where they are there; what they are where they are left out. */
const USUAL: Readonly<Record<string, false | true | null | readonly never[]>> = {
  optional: false,
  async: false,
  constant: true,
  type: null,
  returns: null,
  index: null,
  property: null,
  types: [],
  otherwise: [],
};

/** The same schema, in which members may be left out that are the same nearly everywhere. */
export function leaveOut(parameters: ILlmSchema.IParameters): ILlmSchema.IParameters {
  const entries = Object.entries(parameters.$defs).map(([name, schema]) => {
    if (!("properties" in schema)) return [name, schema] as const;
    const free = Object.keys(schema.properties).filter((key) => isFree(key, schema, parameters));
    const required = schema.required.filter((key) => !free.includes(key));
    return [name, { ...schema, required }] as const;
  });
  return { ...parameters, $defs: Object.fromEntries(entries) };
}

function isFree(key: string, { properties }: ILlmSchema.IObject, { $defs }: ILlmSchema.IParameters): boolean {
  const usual = Object.hasOwn(USUAL, key) ? USUAL[key] : undefined;
  const schema = properties[key];
  if (usual === undefined || schema === undefined) return false;
  const kinds = alternativesOf(schema, $defs);
  return kinds.some((each) => {
    if (usual === null) return "type" in each && each.type === "null";
    return "type" in each && each.type === (typeof usual === "boolean" ? "boolean" : "array");
  });
}

/** The value without what may be left out. */
export function withoutLeftOut(value: unknown, parameters: ILlmSchema.IParameters): unknown {
  return lean(value, parameters, parameters.$defs);
}

function lean(value: unknown, schema: ILlmSchema, $defs: ILlmSchema.IParameters["$defs"]): unknown {
  const chosen = chooseAlternative(schema, value, $defs);
  if (chosen === undefined || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return "items" in chosen ? value.map((each) => lean(each, chosen.items, $defs)) : value;
  if (!("properties" in chosen)) return value;
  const { properties, required } = chosen;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      const isUsual = !required.includes(key) && JSON.stringify(each) === JSON.stringify(USUAL[key]);
      const inner = properties[key];
      return isUsual ? [] : [[key, inner === undefined ? each : lean(each, inner, $defs)]];
    }),
  );
}

/** The value with everything that was left out. */
export function withLeftOut(value: unknown, parameters: ILlmSchema.IParameters): unknown {
  return filled(value, parameters, parameters.$defs);
}

function filled(value: unknown, schema: ILlmSchema, $defs: ILlmSchema.IParameters["$defs"]): unknown {
  const chosen = chooseAlternative(schema, value, $defs);
  if (chosen === undefined || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return "items" in chosen ? value.map((each) => filled(each, chosen.items, $defs)) : value;
  if (!("properties" in chosen)) return value;
  const { properties, required } = chosen;
  const given = Object.entries(value).map(([key, each]) => {
    const inner = properties[key];
    return [key, inner === undefined ? each : filled(each, inner, $defs)] as const;
  });
  const left = Object.keys(properties).flatMap((key) =>
    key in value || required.includes(key) || USUAL[key] === undefined ? [] : [[key, USUAL[key]] as const],
  );
  return Object.fromEntries([...given, ...left]);
}
