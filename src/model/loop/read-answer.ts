import { parsePath, ROOT } from "../schema/path.js";
import { withValueAt } from "../schema/value-at.js";
import type { CallRequest, Reply } from "../port.js";
import type { Finding } from "./finding.js";
import type { ModelStep } from "./model-step.js";
import { hiddenFindings } from "./hidden-findings.js";
import { parseReply } from "./parse-reply.js";
import { schemaFindings, withCandidates } from "./schema-findings.js";

/** What an answer comes to: a right value, or what was said with everything that is wrong about it. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly value: unknown; readonly findings: readonly Finding[] };

/** Parse → coerce → schema → type → rules → check. Each stage is asked once the ones before it find nothing. */
export async function readAnswer<T>(
  reply: Reply,
  request: CallRequest,
  before: unknown,
  step: ModelStep<T>,
): Promise<Reading<T>> {
  const parsed = parseReply(reply, request);
  if (!parsed.ok)
    return request.part === ROOT
      ? parsed
      : { ok: false, value: before, findings: at(request.part, parsed.findings) };
  const value = request.part === ROOT ? parsed.value : withPart(before, request.part, parsed.value);
  return await readValue(value, step);
}

/** Everything behind the parser: what a right answer has to pass, wherever it comes from. */
export async function readValue<T>(value: unknown, step: ModelStep<T>): Promise<Reading<T>> {
  const findings = [...schemaFindings(value, step.function.parameters), ...hiddenFindings(value)];
  if (findings.length > 0) return { ok: false, value, findings };
  const typed = step.validate(value);
  if (!typed.success) return { ok: false, value, findings: typed.errors.map(typeFinding) };
  const broken = step.rules.flatMap((rule) => rule(typed.data));
  const wrong = broken.length > 0 ? broken : ((await step.check?.(typed.data)) ?? []);
  if (wrong.length === 0) return { ok: true, value: typed.data };
  const { parameters } = step.function;
  return { ok: false, value, findings: wrong.map((each) => withCandidates(each, value, parameters)) };
}

/** The answer to a part stands in "value", and goes where the part was. */
function withPart(before: unknown, part: string, answer: unknown): unknown {
  const value = typeof answer === "object" && answer !== null && "value" in answer ? answer.value : answer;
  return withValueAt(before, parsePath(part), value);
}

function at(part: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => ({ ...finding, path: part }));
}

/** What the type says beyond the schema: lengths, patterns. */
function typeFinding({ path, expected, value }: { path: string; expected: string; value: unknown }): Finding {
  return { path, expected, found: value, candidates: [], advice: null, by: "schema" };
}
