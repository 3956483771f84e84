import type { Embedder } from "../retrieve/embedding/embedder.js";
import type { Journal } from "./journal/journal.js";
import type { LanguageModel } from "./port.js";

/** A model that is ready to be asked, with what was paid for so far. */
export interface ModelAccess {
  readonly model: LanguageModel;
  readonly journal: Journal;
  /** Finds what a model has to read. */
  readonly embedder: Embedder;
  /** Off sends no system message. */
  readonly system: boolean;
  /** Tokens of a calendar month; null for as many as are needed. */
  readonly monthTokens: number | null;
}

/** Lends a model for as long as it is used, because what it needs is opened when it is asked for the first time. */
export type LendModel = <T>(use: (access: ModelAccess) => Promise<T>) => Promise<T>;
