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
