/** What one test came to before and after: the base's verdict against the head's. */
export interface TestRow {
  readonly name: string;
  /** Relative to the repository's root. */
  readonly path: string;
  readonly before: TestVerdict;
  readonly after: TestVerdict;
  /** What the head's test threw; empty where it passed. Text from outside. */
  readonly message: string;
  /** Milliseconds in the head, or in the base where the head has no such test. */
  readonly duration: number;
}

/** `absent` is a test that was not run: it is new, removed, or its program ended too early. */
export type TestVerdict = "passed" | "failed" | "absent";

/** Whether a test says something against the head. */
export function isNewFailure({ before, after }: TestRow): boolean {
  return after === "failed" && before !== "failed";
}
