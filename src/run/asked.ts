import type { Answers } from "../change/answer.js";
import type { Change } from "../change/change.js";
import type { Contradiction } from "../phases/understand/understanding.js";

/** What a person asked for, in the change language. */
export interface Asked {
  /** At least one. */
  readonly changes: readonly Change[];
  readonly answers: Answers;
  /** What a model read them from; left out where the person wrote them. */
  readonly reading?: Reading;
}

/** How a text was read. */
export interface Reading {
  /** Endpoint and name of the model. */
  readonly model: string;
  readonly contradictions: readonly Contradiction[];
}
