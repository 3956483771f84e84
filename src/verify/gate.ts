import type { Backend } from "../source/backend.js";
import type { Names } from "../spec/names.js";
import type { Renames } from "../spec/renames.js";
import type { Diagnostic } from "./diagnostic.js";
import type { TestRow } from "./run-time/test-row.js";

/** A place whose guard a person has decided about; its text is the base's. */
export interface AnsweredGuard {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly snippet: string;
}

/** The two trees that a gate compares, and what the plan said before any edit was made. */
export interface Trees {
  readonly base: Backend;
  readonly head: Backend;
  readonly touched: ReadonlySet<string>;
  readonly removed: Names;
  readonly answeredGuards: readonly AnsweredGuard[];
  /** What has another name in the head; nothing if left out. */
  readonly renames?: Renames;
}

/** What one gate found. A gate fails exactly if it finds something new. */
export interface Finding {
  readonly summary: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the gate cannot apply; `summary` says why. */
  readonly skipped?: boolean;
  readonly tests?: readonly TestRow[];
}
