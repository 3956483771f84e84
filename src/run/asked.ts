import type { Answers } from "../change/answer.js";
import type { Change } from "../change/change.js";

/** What a person asked for, in the change language. */
export interface Asked {
  /** At least one. */
  readonly changes: readonly Change[];
  readonly answers: Answers;
}
