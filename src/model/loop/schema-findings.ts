import { LlmJson, LlmTypeChecker } from "@typia/utils";
import { distance } from "fastest-levenshtein";
import type { ILlmSchema, IValidation } from "@typia/interface";
import { nearestFirst } from "./nearest-first.js";
import { alternativesOf } from "../schema/resolve-schema.js";
import { chooseAlternative, discriminatorOf } from "../schema/choose-alternative.js";
import { childPath, parentPath, parsePath } from "../schema/path.js";
import { kindsWith, misfits } from "./misfits.js";
import { schemaAt } from "../schema/schema-at.js";
import { valueAt } from "../schema/value-at.js";
import type { Finding } from "./finding.js";

/** Where a value is not what the schema asks for, and what may stand there. Members that it does not have are wrong. */
export function schemaFindings(value: unknown, parameters: ILlmSchema.IParameters): readonly Finding[] {
  const result = LlmJson.validate(parameters, true)(value);
  if (result.success) return [];
  const findings = result.errors.flatMap((error) => explained(error, value, parameters));
  return [...findings, ...misfits(value, findings, parameters)];
}

function explained(
  { path, expected }: IValidation.IError,
  value: unknown,
  parameters: ILlmSchema.IParameters,
): readonly Finding[] {
  const found = valueAt(value, parsePath(path));
  const plain: Finding = { path, expected, found, candidates: [], advice: null, by: "schema" };
  if (expected === "undefined") return unknownMember(plain, value, parameters);
  const schema = schemaAt(parameters, path, value);
  if (schema === undefined) return [plain];
  return untold(plain, schema, parameters) ?? [named(plain, schema, parameters)];
}

/** A member that does not exist, with those that are missing or may stand there, and the one that it may be meant to be. */
function unknownMember(
  finding: Finding,
  value: unknown,
  parameters: ILlmSchema.IParameters,
): readonly Finding[] {
  const around = parentPath(finding.path);
  const holder = valueAt(value, parsePath(around));
  const schema = schemaAt(parameters, around, value);
  const chosen = schema === undefined ? undefined : chooseAlternative(schema, holder, parameters.$defs);
  const known = chosen !== undefined && "properties" in chosen ? Object.keys(chosen.properties) : [];
  const free = known.filter((key) => typeof holder === "object" && holder !== null && !(key in holder));
  const hint = free.length > 0 ? ` Missing there: ${free.join(", ")}.` : "";
  const said = String(parsePath(finding.path).at(-1));
  const near = free.find((key) => key.toLowerCase() === said.toLowerCase() || distance(key, said) === 1);
  const required = chosen !== undefined && "required" in chosen ? chosen.required : [];
  // What is required and missing is told where it is missing already.
  const meant: readonly Finding[] =
    near === undefined || required.includes(near)
      ? []
      : [
          {
            ...finding,
            path: childPath(around, near),
            expected: `what stands in ${said}`,
            found: undefined,
            candidates: [finding.found],
            advice: null,
          },
        ];
  return [
    {
      ...finding,
      expected: "nothing",
      advice: `There is no such member; take it out. The members are ${known.join(", ")}.${hint}`,
    },
    ...meant,
  ];
}

/**
 * Nobody can say what is missing from an object as long as it does not say which one it is meant to be: the kinds that
 * have its members are told, and where all of it stands in one member, that too.
 */
function untold(
  finding: Finding,
  schema: ILlmSchema,
  parameters: ILlmSchema.IParameters,
): readonly Finding[] | null {
  const told = discriminatorOf(schema, parameters.$defs);
  const { found } = finding;
  if (told === null || typeof found !== "object" || found === null) return null;
  const word: unknown = Reflect.get(found, told.member);
  const fitting = word === undefined ? kindsWith({ ...found }, schema, told.member, parameters) : [];
  const wrapped =
    word === undefined
      ? Object.entries(found).find(
          ([, each]) => has(each, told.member) || isNothing(each, found, schema, parameters),
        )
      : undefined;
  const bare: Finding | null =
    wrapped === undefined
      ? null
      : {
          ...finding,
          expected: `what stands in its ${wrapped[0]}, without a wrapper`,
          candidates: [wrapped[1]],
        };
  if (bare !== null && fitting.length === 0) return [bare];
  const kind: Finding = {
    ...finding,
    path: childPath(finding.path, told.member),
    expected: `the ${told.member} of what it is meant to be`,
    found: word,
    candidates: fitting.length > 0 ? fitting : nearestFirst(word, told.values),
  };
  return bare !== null && Object.keys(found).length === 1 ? [kind, bare] : [kind];
}

/** Null in a wrapper, where null alone may stand. */
function isNothing(
  value: unknown,
  holder: object,
  schema: ILlmSchema,
  { $defs }: ILlmSchema.IParameters,
): boolean {
  const isAlone = value === null && Object.keys(holder).length === 1;
  return isAlone && alternativesOf(schema, $defs).some((each) => LlmTypeChecker.isNull(each));
}

function has(value: unknown, member: string): boolean {
  return typeof value === "object" && value !== null && member in value;
}

/** A finding of a rule with the values that may stand there, where the schema has a set of them and nothing else is said. */
export function withCandidates(
  finding: Finding,
  value: unknown,
  parameters: ILlmSchema.IParameters,
): Finding {
  if (finding.candidates.length > 0 || finding.expected === "nothing") return finding;
  const schema = schemaAt(parameters, finding.path, value);
  if (schema === undefined) return finding;
  const { candidates } = named(finding, schema, parameters);
  return { ...finding, candidates: candidates.filter((each) => each !== finding.found) };
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
