/** Where the rows that stand already get the value of a column from; names are those of the head's schema. */
export interface Backfill {
  readonly model: string;
  readonly field: string;
  readonly value: BackfillValue;
}

export type BackfillValue =
  /** Equal in every row; values of enums by their name. */
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  /** What the column's own `@default` says. */
  | { readonly kind: "default" }
  /** Another field of the same row; it may be one that the change takes out. */
  | { readonly kind: "field"; readonly field: string }
  /** A field of the row that a relation points at: `writer.name`. */
  | { readonly kind: "related"; readonly relation: string; readonly field: string }
  /** The moment of the migration. */
  | { readonly kind: "now" }
  /** A fresh one in every row. */
  | { readonly kind: "uuid" };

/** The column of a backfill as a map's key. */
export function columnKey({ model, field }: Pick<Backfill, "model" | "field">): string {
  return `${model}.${field}`;
}
