import { LlmJson } from "@typia/utils";
import type { ILlmSchema } from "@typia/interface";
import type { CallRequest, Reply } from "../port.js";
import { ROOT } from "../schema/path.js";
import type { Finding } from "./finding.js";
import { depthOf } from "./depth-of.js";
import { endsInside } from "./ends-inside.js";
import { readNulls } from "./read-nulls.js";

/** What a reply says as a value, or why it cannot be told. */
export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly value: unknown; readonly findings: readonly Finding[] };

const SHOWN = 300;
const LEVELS = 400;

/** Reads whatever can be read: JSON in prose or a fence, loose syntax, JSON inside of strings, arguments in a wrapper. */
export function parseReply(reply: Reply, request: CallRequest): Parsed {
  const { name, parameters } = request.function;
  const { reason, called } = reply;
  // No right answer has so many levels, and whatever walks through one that has comes to its end.
  const text = depthOf(reply.text) > LEVELS ? "" : reply.text;
  const parsed = LlmJson.parse<unknown>(text);
  const value = unwrapped(parsed.data, name, parameters);
  const wrong = (expected: string, advice: string | null): Parsed => ({
    ok: false,
    value,
    findings: [{ path: ROOT, expected, found: text.slice(0, SHOWN), candidates: [], advice, by: "reading" }],
  });
  if (reason === "cut")
    return wrong("a whole answer", `It was cut at ${request.limits.outputTokens} tokens. Say less.`);
  if (called !== null && called !== name && !looksRight(value, parameters))
    return wrong(`a call of ${name}`, `There is no function ${called.slice(0, 80)}.`);
  if (!isObject(value)) return wrong(`a call of ${name} with an object of JSON`, null);
  if (endsInside(text)) return wrong("a whole answer", "It ends in the middle of a value.");
  if (!parsed.success) return { ok: false, value, findings: parsed.errors.map(syntaxFinding) };
  return { ok: true, value: readNulls(LlmJson.coerce(value, parameters), parameters, parameters.$defs) };
}

const WRAPPERS = ["arguments", "parameters", "input", "args"];

/** `{"name": …, "arguments": {…}}` in the place of the arguments. */
function unwrapped(value: unknown, name: string, parameters: ILlmSchema.IParameters): unknown {
  if (!isObject(value) || looksRight(value, parameters)) return value;
  for (const key of [...WRAPPERS, name]) {
    const inner = value[key];
    const parsed: unknown = typeof inner === "string" ? LlmJson.parse(inner).data : inner;
    if (looksRight(parsed, parameters)) return parsed;
  }
  return value;
}

/** Whether a value has any member that the function asks for. */
function looksRight(value: unknown, { properties }: ILlmSchema.IParameters): boolean {
  return isObject(value) && Object.keys(value).some((key) => Object.hasOwn(properties, key));
}

function syntaxFinding({
  path,
  expected,
  description,
}: {
  path: string;
  expected: string;
  description: unknown;
}): Finding {
  const found = typeof description === "string" ? description.slice(0, SHOWN) : description;
  return { path, expected, found, candidates: [], advice: "This is no JSON.", by: "reading" };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
