/** How far a run is kept from the rest of the machine, the best first. */
export type Isolation = "bubblewrap" | "namespaces" | "none";

/** A program of a repository, and the only folder it may write to. */
export interface SandboxedRun {
  /** A folder made for this run alone; everything below it may be changed by the program. */
  readonly stage: string;
  /** Folders or files of this machine → where the program finds them, read-only and below the stage. */
  readonly mounts: readonly Mount[];
  /** Arguments to Node.js, the program first. */
  readonly args: readonly string[];
  /** The whole environment beside `PATH`, `HOME` and `TMPDIR`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly isolation: Isolation;
  readonly limits: SandboxLimits;
  /** What the program's preload says, line by line, as it comes. Text from outside. */
  readonly onReport: (line: string) => void;
}

export interface Mount {
  readonly from: string;
  readonly to: string;
}

export interface SandboxLimits {
  /** Milliseconds. */
  readonly time: number;
  /** Megabytes that all processes may hold together. */
  readonly memory: number;
  readonly processes: number;
  /** Bytes that may be written to the streams. */
  readonly output: number;
}

/** Which limit ended the program; `itself` if none did. */
export type SandboxEnd = "itself" | "time" | "memory" | "processes" | "output";

export interface SandboxResult {
  readonly ended: SandboxEnd;
  /** Null if it was killed. */
  readonly code: number | null;
  /** The end of what it wrote to both streams. */
  readonly output: string;
  readonly milliseconds: number;
}

export const LIMITS: SandboxLimits = {
  time: 10 * 60_000,
  memory: 4096,
  processes: 512,
  output: 20_000_000,
};
