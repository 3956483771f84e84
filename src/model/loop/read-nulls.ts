import type { ILlmSchema } from "@typia/interface";
import { chooseAlternative, hasType } from "../schema/choose-alternative.js";
import { alternativesOf, type Definitions } from "../schema/resolve-schema.js";

/** A value in which the word "null" is null wherever null may stand: weak models put it in quotes. */
export function readNulls(value: unknown, schema: ILlmSchema, definitions: Definitions): unknown {
  if (value === "null" && alternativesOf(schema, definitions).some((each) => hasType(each, null)))
    return null;
  if (typeof value !== "object" || value === null) return value;
  const chosen = chooseAlternative(schema, value, definitions);
  if (chosen === undefined) return value;
  if (Array.isArray(value))
    return "items" in chosen ? value.map((each) => readNulls(each, chosen.items, definitions)) : value;
  if (!("properties" in chosen)) return value;
  const { properties } = chosen;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]): readonly [string, unknown] => {
      const own = properties[key];
      return [key, own === undefined ? each : readNulls(each, own, definitions)];
    }),
  );
}
