import { type CallRecord, usageOf } from "../model/loop/call-record.js";
import type { Outcome } from "./outcome.js";

/** A run's outcome and what it took. */
export interface RunReport {
  readonly outcome: Outcome;
  /** In the order in which the steps were walked. */
  readonly timings: readonly Timing[];
  readonly cost: Cost;
  /** Requests to the host. */
  readonly requests: number;
}

export interface Timing {
  readonly step: StepName;
  readonly milliseconds: number;
}

export type StepName = "read" | "understand" | "plan" | "edit" | "verify" | "publish";

/** What was paid for. A change that can be derived pays nothing. */
export interface Cost {
  readonly modelCalls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export const NO_COST: Cost = { modelCalls: 0, inputTokens: 0, outputTokens: 0 };

export function addCosts(one: Cost, other: Cost): Cost {
  return {
    modelCalls: one.modelCalls + other.modelCalls,
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
  };
}

/** What was paid for the calls of functions. */
export function costOf(records: readonly CallRecord[]): Cost {
  const { inputTokens, outputTokens } = usageOf(records);
  const modelCalls = records.reduce((sum, { attempts }) => sum + attempts.length, 0);
  return { modelCalls, inputTokens, outputTokens };
}
