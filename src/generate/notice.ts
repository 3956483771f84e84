/** Something a pull request says for a person. */
export interface Notice {
  readonly kind:
    | "mixed-requirement"
    | "stale-file"
    | "weakened-test"
    | "deleted-test"
    | "dropped-guard"
    | "assumed-value"
    | "closed-branch"
    | "lost-limit"
    | "prose"
    | "unsaid"
    | "conflict"
    | "repository";
  readonly path: string;
  readonly line: number | null;
  readonly text: string;
  /** Heading of the section that it is about. */
  readonly section?: string;
}
