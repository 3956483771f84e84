import type { Names } from "../../spec/names.js";

/** What documents lose: the names that go, and the words a person uses for them. */
export interface DocumentRemoval {
  readonly removed: Names;
  /** Each is a list of singular lower-case words: [article, comment]. None of them denotes a model that stays. */
  readonly words: readonly (readonly string[])[];
}
