import type { ILlmSchema } from "@typia/interface";
import { discriminatorOf, hasType } from "../schema/choose-alternative.js";
import { childPath, parentPath, parsePath } from "../schema/path.js";
import { alternativesOf, type Definitions } from "../schema/resolve-schema.js";
import { schemaAt } from "../schema/schema-at.js";
import { valueAt } from "../schema/value-at.js";
import type { Finding } from "./finding.js";

/**
 * Objects that lack members, have others, or hold values of another type: where another kind has exactly these, it may
 * be the word for the kind that is wrong, and not all the rest.
 */
export function misfits(
  value: unknown,
  findings: readonly Finding[],
  parameters: ILlmSchema.IParameters,
): readonly Finding[] {
  const holders = new Set(findings.map(({ path }) => parentPath(path)));
  return [...holders].flatMap((path): readonly Finding[] => {
    const schema = schemaAt(parameters, path, value);
    const told = schema === undefined ? null : discriminatorOf(schema, parameters.$defs);
    const holder = valueAt(value, parsePath(path));
    if (schema === undefined || told === null || typeof holder !== "object" || holder === null) return [];
    const found: unknown = Reflect.get(holder, told.member);
    const candidates = kindsWith({ ...holder }, schema, told.member, parameters);
    const place = childPath(path, told.member);
    if (candidates.length === 0 || candidates.includes(String(found))) return [];
    if (findings.some((finding) => finding.path === place)) return [];
    const advice = "Its members are those of another one.";
    const expected = `the ${told.member} of what it is meant to be`;
    return [{ path: place, expected, found, candidates, advice, by: "schema" }];
  });
}

/** The words of the kinds that have exactly these members, with values of their types. */
export function kindsWith(
  holder: Readonly<Record<string, unknown>>,
  schema: ILlmSchema,
  member: string,
  { $defs }: Pick<ILlmSchema.IParameters, "$defs">,
): readonly string[] {
  const members = Object.keys(holder);
  return alternativesOf(schema, $defs).flatMap((each) => {
    if (!("properties" in each)) return [];
    const { properties, required } = each;
    const fits =
      required.every((name) => name === member || members.includes(name)) &&
      members.every((name) => {
        const own = properties[name];
        return own !== undefined && (name === member || isOfType(own, holder[name], $defs));
      });
    const word = properties[member];
    return fits && word !== undefined && "enum" in word ? (word.enum ?? []).map(String) : [];
  });
}

function isOfType(schema: ILlmSchema, value: unknown, definitions: Definitions): boolean {
  return alternativesOf(schema, definitions).some((each) => hasType(each, value));
}
