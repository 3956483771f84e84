import type { ILlmSchema } from "@typia/interface";
import { discriminatorOf } from "../schema/choose-alternative.js";
import { childPath, parentPath, parsePath } from "../schema/path.js";
import { alternativesOf } from "../schema/resolve-schema.js";
import { schemaAt } from "../schema/schema-at.js";
import { valueAt } from "../schema/value-at.js";
import type { Finding } from "./finding.js";

/**
 * Objects that lack members and have others: where these are exactly the members of another kind, it may be the word
 * for the kind that is wrong, and not all the rest.
 */
export function misfits(
  value: unknown,
  findings: readonly Finding[],
  parameters: ILlmSchema.IParameters,
): readonly Finding[] {
  const holders = new Set(findings.filter(isAboutMembers).map(({ path }) => parentPath(path)));
  return [...holders].flatMap((path): readonly Finding[] => {
    const schema = schemaAt(parameters, path, value);
    const told = schema === undefined ? null : discriminatorOf(schema, parameters.$defs);
    const holder = valueAt(value, parsePath(path));
    if (schema === undefined || told === null || typeof holder !== "object" || holder === null) return [];
    const found: unknown = Reflect.get(holder, told.member);
    const candidates = kindsWith(Object.keys(holder), schema, told.member, parameters);
    if (candidates.length === 0 || candidates.includes(String(found))) return [];
    const advice = "Its members are those of another one.";
    const expected = `the ${told.member} of what it is meant to be`;
    return [{ path: childPath(path, told.member), expected, found, candidates, advice, by: "schema" }];
  });
}

function isAboutMembers({ expected, found }: Finding): boolean {
  return expected === "nothing" || found === undefined;
}

/** The words of the kinds that have exactly these members, leaving out what may be left out. */
function kindsWith(
  members: readonly string[],
  schema: ILlmSchema,
  member: string,
  { $defs }: ILlmSchema.IParameters,
): readonly string[] {
  return alternativesOf(schema, $defs).flatMap((each) => {
    if (!("properties" in each)) return [];
    const fits =
      members.every((name) => name in each.properties) &&
      each.required.every((name) => members.includes(name));
    const word = each.properties[member];
    return fits && word !== undefined && "enum" in word ? (word.enum ?? []).map(String) : [];
  });
}
