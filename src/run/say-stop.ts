import type { Spent } from "../model/budget/budget.js";
import type { CallRecord, StopReason } from "../model/loop/call-record.js";
import type { Finding } from "../model/loop/finding.js";
import type { Outcome } from "./outcome.js";

/** Why a model's function got no right answer, as the end of a run. */
export function sayStop(why: StopReason, { function: name, attempts }: CallRecord): Outcome {
  if (why.kind === "unreachable")
    return { kind: "failed", world: "model", reason: why.reason, remedy: why.remedy };
  const [reason, remedy] = sentences(why, `${name}, asked ${attempts.length} times`);
  return { kind: "stopped", reason, remedy, plan: null, edits: [], gates: [] };
}

function sentences(
  why: Exclude<StopReason, { kind: "unreachable" }>,
  asked: string,
): readonly [string, string] {
  const commands = "Say it in other words, or in commands; help lists them";
  switch (why.kind) {
    case "attempts":
      return [`The model gave no right answer (${asked}). ${sayFindings(why.findings)}`, commands];
    case "stuck":
      return [
        `The model made the same mistake again and again (${asked}). ${sayFindings(why.findings)}`,
        commands,
      ];
    case "refused":
      return [`The model refused: ${why.text}`, commands];
    case "budget":
      return [saySpent(why.spent), `${remedyOf(why.spent)}; what was paid for is kept, and not asked again`];
  }
}

const SHOWN = 3;

function sayFindings(findings: readonly Finding[]): string {
  return findings
    .slice(0, SHOWN)
    .map(
      ({ path, expected, advice }) => `${path}: expected ${expected}${advice === null ? "" : `; ${advice}`}`,
    )
    .join(" ");
}

const UNITS: Readonly<Record<Spent["of"], string>> = {
  calls: "calls of the model",
  tokens: "tokens",
  milliseconds: "milliseconds",
};

function saySpent({ scope, of, limit }: Spent): string {
  return `The budget of this ${scope} is spent: ${limit} ${UNITS[of]}`;
}

function remedyOf({ scope }: Spent): string {
  if (scope === "month") return "Raise AUTOBE_MODEL_MONTH_TOKENS, or wait until next month";
  return "Raise it under model in .github/autobe.yml, or ask for less at once";
}
