import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What an issue asks for, and the sections that whoever works on it has to read. */
export interface Question {
  readonly id: string;
  readonly backend: "bbs" | "todo";
  /** Whether the settings of src/retrieve were chosen by it. */
  readonly tune: boolean;
  /** As somebody writes who does not know what the backend calls things. */
  readonly question: string;
  /** The same with the nouns of the backend, as somebody writes who has its pages open. */
  readonly inProductWords: string;
  readonly sections: readonly string[];
}

export type Wording = "question" | "inProductWords";

const PATH = join(import.meta.dirname, "../../../fixtures/retrieval/questions.json");

export function readQuestions(): readonly Question[] {
  return JSON.parse(readFileSync(PATH, "utf8")) as readonly Question[];
}
