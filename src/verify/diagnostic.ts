import type { TestRow } from "./run-time/test-row.js";

/** The gates, cheapest first. `run-time` executes code of the repository, and only where it was asked for. */
export type GateName = "schema" | "structure" | "types" | "transform" | "stability" | "meaning" | "run-time";

/** One finding of one gate, tied to the place and the artefact it is about. */
export interface Diagnostic {
  readonly gate: GateName;
  /** Stable code: "TS2339", "P1012", "lost-guard", … */
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
  /** 1-based. */
  readonly line: number | null;
  /** 1-based; left out where nobody says it. */
  readonly column?: number;
  readonly artefact: string | null;
  /** `new` stops publishing; `base` was there before and is carried; `fixed` went away. */
  readonly status: "new" | "base" | "fixed";
}

export interface GateResult {
  readonly gate: GateName;
  readonly verdict: "passed" | "failed" | "skipped";
  /** One sentence: what was checked with which versions, or why it was skipped. */
  readonly summary: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds. */
  readonly duration: number;
  /** What each test came to, where tests were run. */
  readonly tests?: readonly TestRow[];
}
