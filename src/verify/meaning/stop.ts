import type { ts } from "ts-morph";

/** Something in the head that must never be published. */
export interface Stop {
  readonly code: string;
  readonly message: string;
  /** Where, in the head. */
  readonly node: ts.Node;
}
