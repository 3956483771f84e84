import type { Limits } from "../../spec/interface/limits.js";
import { lineAt } from "../../errors/spec-error.js";
import type { Backend } from "../../source/backend.js";
import type { Carrier } from "../../spec/carried-by.js";
import { limitsIn } from "../../spec/interface/limits-in-type.js";
import { fieldTypeIn } from "../../spec/interface/property-type.js";

interface Problem {
  readonly reason: string;
  readonly remedy: string;
}

/** Why limits say nothing sensible themselves; null if they do. */
export function senseProblem(limits: Limits): Problem | null {
  const { min, max, minLength, maxLength, pattern, format } = limits;
  if (min !== undefined && max !== undefined && min > max)
    return { reason: `No number is at least ${min} and at most ${max}.`, remedy: "Turn them around." };
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength)
    return {
      reason: `No text has at least ${minLength} and at most ${maxLength} letters.`,
      remedy: "Turn them around.",
    };
  const lengths = [minLength ?? 0, maxLength ?? 0];
  if (lengths.some((each) => each < 0 || !Number.isInteger(each)))
    return { reason: "A length is a whole number of letters.", remedy: "Write another one." };
  if (pattern !== undefined && !isPattern(pattern))
    return { reason: `/${pattern}/ is no regular expression.`, remedy: "Write one that JavaScript reads." };
  if (pattern !== undefined && format !== undefined)
    return { reason: "A pattern and a format cannot stand together.", remedy: "Say one of them." };
  if (format !== undefined && !FORMATS.includes(format))
    return {
      reason: `There is no format "${format}" here.`,
      remedy: `The formats are ${FORMATS.join(", ")}.`,
    };
  return null;
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source).source !== "";
  } catch {
    return false;
  }
}

const FORMATS: readonly string[] = ["email", "uri", "url", "hostname", "ipv4", "ipv6", "regex", "password"];

/** Why a property cannot have limits; null if it can. */
export function limitProblem(
  backend: Backend,
  { dto, property }: Carrier,
  limits: Limits | null,
): Problem | null {
  const text = backend.files.get(dto.path)?.text ?? "";
  const place = `${dto.path}:${lineAt(text, property.span.end)}`;
  const name = `${dto.name}.${property.name}`;
  const type = fieldTypeIn(property);
  const remedy = "Name a property whose values those limits are about.";
  const shown = property.type.replace(/\s+/g, " ");
  if (type === null) return { reason: `${place} has ${name} as ${shown}, which no limit is about.`, remedy };
  if (type.values.length > 0)
    return { reason: `${place} has ${name} as a set of values, which says all there is.`, remedy };
  if (limits === null) return null;
  const ofNumber = limits.min !== undefined || limits.max !== undefined;
  const ofText = Object.keys(limits).some((key) => key !== "min" && key !== "max");
  const isNumber = type.name === "int" || type.name === "double";
  const isText = ["string", "uri", "email"].includes(type.name);
  if ((ofNumber && !isNumber) || (ofText && !isText))
    return { reason: `${place} has ${name} as ${shown}, which is no ${ofText ? "text" : "number"}.`, remedy };
  const tag = /@(minLength|maxLength|minimum|maximum|pattern|format|length)\b/.exec(
    text.slice(property.span.start, property.span.end),
  );
  if (tag !== null)
    return {
      reason: `${place} says a limit of ${name} in its comment: ${tag[0]}.`,
      remedy: "Write it as a type first: tags.MaxLength<80>.",
    };
  return togetherProblem(place, name, { ...limitsIn(property.type), ...limits }, limits);
}

/** What stands already may contradict. */
function togetherProblem(place: string, name: string, all: Limits, said: Limits): Problem | null {
  const problem = senseProblem(all);
  if (problem === null || senseProblem(said) !== null) return null;
  return {
    reason: `${place} has limits of ${name} already. Together with them: ${problem.reason.charAt(0).toLowerCase()}${problem.reason.slice(1)}`,
    remedy: "Say the other one as well, or take all of them away first: … to unconstrained.",
  };
}
