import type { Isolation, SandboxEnd } from "../sandbox/sandbox.js";

export interface TestRequest {
  /** Names of the tests that are run before the others; nothing if it makes no difference. */
  readonly first: readonly string[];
  readonly settings: RunSettings;
  /** Whether a result is kept although tests failed. What fails for the first time may pass at the next try. */
  readonly keepFailures: boolean;
  /** SQL that makes the tables of the tree in an empty database; asked for only where somebody has to make them. */
  readonly schema: () => Promise<string>;
}

/** How code of the repository may be executed. */
export interface RunSettings {
  /** Whether a machine that cannot isolate a program may run it all the same. */
  readonly isolation: "required" | "preferred";
  /** What one run of all tests may take. */
  readonly minutes: number;
  /** Values that the backend asks its environment for, beside those that can be told from its code. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What came of a backend's tests. */
export type TestRun = TestedRun | NotRun;

export interface TestedRun {
  readonly kind: "ran";
  /** In the order in which they ended. */
  readonly tests: readonly TestResult[];
  /** Which limit ended the program; `itself` if none did. */
  readonly ended: SandboxEnd;
  /** Null if it was killed. */
  readonly code: number | null;
  /** The end of what it wrote. Text from outside. */
  readonly output: string;
  readonly isolation: Isolation;
  /** Milliseconds. */
  readonly duration: number;
}

/** Sentences without the full stop. */
export interface NotRun {
  readonly kind: "not-run";
  readonly reason: string;
  readonly remedy: string;
}

export interface TestResult {
  readonly name: string;
  /** The file that holds it, relative to the repository's root. */
  readonly path: string;
  readonly passed: boolean;
  /** What was thrown; empty for a test that passed. Text from outside. */
  readonly message: string;
  /** Milliseconds. */
  readonly duration: number;
}

export function notRun(reason: string, remedy: string): NotRun {
  return { kind: "not-run", reason, remedy };
}
