import { LlmTypeChecker } from "@typia/utils";
import type { ILlmSchema } from "@typia/interface";
import { chooseAlternative, discriminatorOf } from "../schema/choose-alternative.js";
import { childPath, ROOT } from "../schema/path.js";
import { alternativesOf } from "../schema/resolve-schema.js";
import type { Spot } from "./fault-kind.js";

/** Every place of a value, from the outside in, with what the schema says about it. */
export function spotsOf(value: unknown, parameters: ILlmSchema.IParameters): readonly Spot[] {
  const root = { path: ROOT, value, schema: parameters, names: [], holder: undefined, kinds: [] };
  return [root, ...inside(value, parameters, ROOT, parameters)];
}

function inside(
  value: unknown,
  schema: ILlmSchema | undefined,
  path: string,
  parameters: ILlmSchema.IParameters,
): readonly Spot[] {
  if (typeof value !== "object" || value === null) return [];
  const { $defs } = parameters;
  const chosen = schema === undefined ? undefined : chooseAlternative(schema, value, $defs);
  const told = schema === undefined ? null : discriminatorOf(schema, $defs);
  const keys: readonly (string | number)[] = Array.isArray(value)
    ? value.map((_, index) => index)
    : Object.keys(value);
  return keys.flatMap((key) => {
    const inner: unknown = Reflect.get(value, key);
    const declared = chosen === undefined ? undefined : declaredAt(chosen, key);
    const place = childPath(path, key);
    const spot: Spot = {
      path: place,
      value: inner,
      schema: declared === undefined ? undefined : chooseAlternative(declared, inner, $defs),
      names: declared === undefined ? [] : namesIn(declared, parameters),
      holder: value,
      kinds: told?.member === key ? told.values : [],
    };
    return [spot, ...inside(inner, declared, place, parameters)];
  });
}

function declaredAt(schema: ILlmSchema, key: string | number): ILlmSchema | undefined {
  if (typeof key === "number") return "items" in schema ? schema.items : undefined;
  return "properties" in schema ? schema.properties[key] : undefined;
}

function namesIn(schema: ILlmSchema, { $defs }: ILlmSchema.IParameters): readonly string[] {
  const texts = alternativesOf(schema, $defs).filter((each) => LlmTypeChecker.isString(each));
  return texts.flatMap((each) => each.enum ?? []);
}
