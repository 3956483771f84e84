/** One thing that is wrong with an answer. */
export interface Finding {
  /** Its place in the answer, such as `$input.changes[0].name`; `$input` where it is about the answer as a whole. */
  readonly path: string;
  /** What would be right there, in a few words. */
  readonly expected: string;
  readonly found: unknown;
  /** Values that may be right, the likeliest first; empty where they cannot be listed. */
  readonly candidates: readonly unknown[];
  /** A sentence on what to do; null where `expected` says it. */
  readonly advice: string | null;
  /** Who noticed: the reading of the text, the schema, a rule, or the last check. */
  readonly by: "reading" | "schema" | "rule" | "check";
}

/** Says what is wrong about a value: nothing if it is right. */
export type Rule<T> = (value: T) => readonly Finding[];

/** Two findings with the same key are the same mistake, whatever was tried in between. */
export function keyOf({ path, expected }: Finding): string {
  return `${path}\n${expected}`;
}
