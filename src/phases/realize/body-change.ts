import type { tags } from "typia";
import type { BodyStatement } from "../../spec/body/body.js";

/** What becomes of a body that is there: only what is named changes, everything else stays as it is. */
export interface BodyChange {
  /** None where the code is right already, and what is wrong is somewhere else. */
  readonly edits: readonly BodyEdit[];
}

/** One edit at a statement, which is called by the label in front of it, such as "S3". */
export type BodyEdit = InsertBefore | InsertAfter | ReplaceStatement | RemoveStatement;

/** Does something more before a statement. */
export interface InsertBefore {
  readonly kind: "before";
  readonly statement: string;
  readonly statements: readonly BodyStatement[] & tags.MinItems<1>;
}

/** Does something more after a statement. */
export interface InsertAfter {
  readonly kind: "after";
  readonly statement: string;
  readonly statements: readonly BodyStatement[] & tags.MinItems<1>;
}

/** Does something else in the place of a statement, and of all that is inside of it. */
export interface ReplaceStatement {
  readonly kind: "replace";
  readonly statement: string;
  readonly statements: readonly BodyStatement[] & tags.MinItems<1>;
}

/** Does without a statement, and without all that is inside of it. */
export interface RemoveStatement {
  readonly kind: "remove";
  readonly statement: string;
}
