import type { Change } from "../change/change.js";

/** What a request comes to: changes that are derived, and what is left to be written. */
export interface Design {
  /** Understood and designed ones, in an order in which each finds what it needs. */
  readonly changes: readonly Change[];
  /** One for each operation that has something to do which nothing derives. */
  readonly behaviours: readonly Behaviour[];
}

/** What one operation has to do. */
export interface Behaviour {
  /** Its key once the changes are carried out: "POST /bbs/member/articles". */
  readonly operation: string;
  /** Sentences such as "WHEN …, THE system SHALL …". At least one. */
  readonly requirements: readonly string[];
  /** Ids of the requirement sections that say so. */
  readonly sections: readonly string[];
}
