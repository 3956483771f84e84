import type { BackfillValue } from "./backfills.js";

/** Rows that a change makes from rows that stand, before anything is dropped; names are those of the head's schema. */
export type RowCopy =
  /** A row of a new model from each row of another one that has what the new one requires. */
  | {
      readonly kind: "model";
      readonly model: string;
      readonly from: string;
      readonly values: readonly { readonly field: string; readonly value: BackfillValue }[];
    }
  /** The pairs of a new many-to-many relation from a relation that pointed at one row. */
  | {
      readonly kind: "relation";
      readonly model: string;
      /** The list, such as "tags". */
      readonly relation: string;
      /** The relation before, such as "tag". */
      readonly from: string;
    };
