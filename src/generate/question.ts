import type { Option } from "../change/answer.js";

export type { Answers, Option } from "../change/answer.js";

/** One construct, standing in one or more places, that a person has to decide about. */
export interface Question {
  /** Id of the question as a whole; an answer to it answers every place. */
  readonly id: string;
  /** What kind of construct it is, in words: "negative guard", "filter", … */
  readonly construct: string;
  readonly places: readonly Place[];
  readonly options: readonly Option[];
  /** Never drops a negative guard and never is "keep". */
  readonly recommended: Option;
}

export interface Place {
  /** Hash of artefact, place and snippet: twelve hex digits; each place can be answered alone. */
  readonly id: string;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly artefact: string;
  readonly snippet: string;
}
