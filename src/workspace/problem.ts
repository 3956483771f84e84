/** Something a compiler or engine says about one tree, before base and head are compared. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  /** Relative to the repository's root; null for what no file can be blamed for. */
  readonly path: string | null;
  /** 1-based. */
  readonly line: number | null;
  /** 1-based; left out where nobody says it. */
  readonly column?: number;
}
