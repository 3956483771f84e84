import type { Usage } from "../port.js";
import type { Finding } from "./finding.js";
import type { Spent } from "../budget/budget.js";

/** Why a function got no right answer. */
export type StopReason =
  | { readonly kind: "attempts"; readonly limit: number; readonly findings: readonly Finding[] }
  /** The same mistake again, whatever was tried. */
  | { readonly kind: "stuck"; readonly findings: readonly Finding[] }
  | { readonly kind: "budget"; readonly spent: Spent }
  | { readonly kind: "refused"; readonly text: string }
  | { readonly kind: "unreachable"; readonly reason: string; readonly remedy: string };

/** What one function took, whether it ended right or not. */
export interface CallRecord {
  readonly function: string;
  readonly target: string;
  readonly attempts: readonly Attempt[];
  /** Null where it ended right. */
  readonly stopped: StopReason["kind"] | null;
}

export interface Attempt {
  /** The part that was asked for; `$input` for the whole. */
  readonly part: string;
  readonly findings: readonly Finding[];
  readonly usage: Usage;
}

/** Whether the first answer was right already. */
export function rawSuccess({ attempts, stopped }: CallRecord): boolean {
  return stopped === null && attempts.length === 1;
}

/** Tokens of all attempts. */
export function usageOf(records: readonly CallRecord[]): Usage {
  const all = records.flatMap(({ attempts }) => attempts.map(({ usage }) => usage));
  return {
    inputTokens: all.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
    outputTokens: all.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
    estimated: all.some(({ estimated }) => estimated),
  };
}
