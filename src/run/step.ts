import type { Outcome, Stopped } from "./outcome.js";

/** What a step comes to: something for the next one, or the end of the run. `told` is its result in a few words. */
export type Step<T> =
  | { readonly kind: "next"; readonly value: T; readonly told: string }
  | { readonly kind: "end"; readonly outcome: Outcome };

export function next<T>(value: T, told: string): Step<T> {
  return { kind: "next", value, told };
}

export function end(outcome: Outcome): { readonly kind: "end"; readonly outcome: Outcome } {
  return { kind: "end", outcome };
}

/** An end before anything was made. */
export function stop(reason: string, remedy: string): { readonly kind: "end"; readonly outcome: Stopped } {
  return { kind: "end", outcome: { kind: "stopped", reason, remedy, plan: null, edits: [], gates: [] } };
}
