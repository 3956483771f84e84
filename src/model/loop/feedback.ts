import { LlmJson } from "@typia/utils";
import type { IValidation } from "@typia/interface";
import { visibleText } from "../../util/visible-text.js";
import type { Finding } from "./finding.js";
import { ROOT } from "../schema/path.js";

/** An answer that is not right, as the model gets it back: its own text, with what is wrong at each place. */
export function feedback(name: string, value: unknown, findings: readonly Finding[]): string {
  const lead = `This answer of ${name} is not right yet: every // ❌ says what has to stand in its place.`;
  return `${lead} Call ${name} again with the whole answer. Keep whatever has no ❌.\n\n${shown(value, findings)}`;
}

/** The same for one part of it: nothing else is asked for, so nothing else can get worse. */
export function partFeedback(
  name: string,
  part: string,
  value: unknown,
  findings: readonly Finding[],
): string {
  return `Of this answer of ${name} only ${part} is asked for: call ${name} with what has to stand there as "value".\n\n${shown(value, findings)}`;
}

function shown(value: unknown, findings: readonly Finding[]): string {
  return visibleText(
    LlmJson.stringify({ success: false, data: value ?? null, errors: findings.map(errorOf) }),
  );
}

function errorOf(finding: Finding): IValidation.IError {
  const { path, expected, found } = finding;
  return { path, expected, value: found, description: describe(finding) };
}

function describe({ path, found, candidates, advice }: Finding): string {
  const said = path === ROOT ? [] : [`Found ${JSON.stringify(found)?.slice(0, 200) ?? "nothing"}.`];
  const one = candidates.length === 1 ? "It has to be" : "Right may be";
  const values = candidates.map((each) => JSON.stringify(each));
  return [
    ...said,
    ...(values.length === 0 ? [] : [`${one} ${values.join(", ")}.`]),
    ...(advice === null ? [] : [advice]),
  ].join(" ");
}
