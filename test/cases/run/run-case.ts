import type { Answers, Option } from "../../../src/change/answer.js";
import type { Question } from "../../../src/generate/question.js";

/** A change of a fixture backend that is carried out and then built and tested with the backend's own tools. */
export interface RunCase {
  readonly name: string;
  /** Folder name under `fixtures/backends`. */
  readonly backend: string;
  /** Folder that is laid over the backend first. */
  readonly overlay: string | null;
  /** As a person writes it; null for the backend as it is, which says what the tools find before any change. */
  readonly change: string | null;
  readonly decide: (questions: readonly Question[]) => Answers;
}

/** Takes what each question recommends. */
export function asRecommended(questions: readonly Question[]): Answers {
  return new Map(questions.map((question): [string, Option] => [question.id, question.recommended]));
}
