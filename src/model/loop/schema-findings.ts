import { LlmJson, LlmTypeChecker } from "@typia/utils";
import type { ILlmSchema, IValidation } from "@typia/interface";
import { nearestFirst } from "./nearest-first.js";
import { alternativesOf } from "../schema/resolve-schema.js";
import { chooseAlternative, discriminatorOf } from "../schema/choose-alternative.js";
import { childPath, parentPath, parsePath } from "../schema/path.js";
import { misfits } from "./misfits.js";
import { schemaAt } from "../schema/schema-at.js";
import { valueAt } from "../schema/value-at.js";
import type { Finding } from "./finding.js";

/** Where a value is not what the schema asks for, and what may stand there. Members that it does not have are wrong. */
export function schemaFindings(value: unknown, parameters: ILlmSchema.IParameters): readonly Finding[] {
  const result = LlmJson.validate(parameters, true)(value);
  if (result.success) return [];
  const findings = result.errors.map((error) => explained(error, value, parameters));
  return [...findings, ...misfits(value, findings, parameters)];
}

function explained(
  { path, expected }: IValidation.IError,
  value: unknown,
  parameters: ILlmSchema.IParameters,
): Finding {
  const found = valueAt(value, parsePath(path));
  const plain: Finding = { path, expected, found, candidates: [], advice: null, by: "schema" };
  if (expected === "undefined") return unknownMember(plain, value, parameters);
  const schema = schemaAt(parameters, path, value);
  if (schema === undefined) return plain;
  return untold(plain, schema, parameters) ?? named(plain, schema, parameters);
}

/** A member that does not exist, with those that are missing or may stand there. */
function unknownMember(finding: Finding, value: unknown, parameters: ILlmSchema.IParameters): Finding {
  const around = parentPath(finding.path);
  const holder = valueAt(value, parsePath(around));
  const schema = schemaAt(parameters, around, value);
  const chosen = schema === undefined ? undefined : chooseAlternative(schema, holder, parameters.$defs);
  const known = chosen !== undefined && "properties" in chosen ? Object.keys(chosen.properties) : [];
  const free = known.filter((key) => typeof holder === "object" && holder !== null && !(key in holder));
  const hint = free.length > 0 ? ` Missing there: ${free.join(", ")}.` : "";
  return {
    ...finding,
    expected: "nothing",
    advice: `There is no such member; take it out. The members are ${known.join(", ")}.${hint}`,
  };
}

/** Nobody can say what is missing from an object as long as it does not say which one it is meant to be. */
function untold(finding: Finding, schema: ILlmSchema, { $defs }: ILlmSchema.IParameters): Finding | null {
  const told = discriminatorOf(schema, $defs);
  const { found } = finding;
  if (told === null || typeof found !== "object" || found === null) return null;
  const word: unknown = Reflect.get(found, told.member);
  const wrapped =
    word === undefined ? Object.entries(found).find(([, each]) => has(each, told.member)) : undefined;
  if (wrapped !== undefined)
    return {
      ...finding,
      expected: `what stands in its ${wrapped[0]}, without a wrapper`,
      candidates: [wrapped[1]],
    };
  return {
    ...finding,
    path: childPath(finding.path, told.member),
    expected: `the ${told.member} of what it is meant to be`,
    found: word,
    candidates: nearestFirst(word, told.values),
  };
}

function has(value: unknown, member: string): boolean {
  return typeof value === "object" && value !== null && member in value;
}

/** A name out of a set says the likeliest ones in the place of all of them. */
function named(finding: Finding, schema: ILlmSchema, { $defs }: ILlmSchema.IParameters): Finding {
  const values = alternativesOf(schema, $defs).flatMap((each) =>
    LlmTypeChecker.isString(each) ? (each.enum ?? []) : [],
  );
  if (values.length === 0) return finding;
  const candidates = nearestFirst(finding.found, values);
  return { ...finding, expected: `one of the ${values.length} that exist`, candidates };
}
