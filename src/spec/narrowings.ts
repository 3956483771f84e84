/** A column that stands and may hold fewer values from now on; names are those of the head's schema. */
export interface Narrowing {
  readonly model: string;
  readonly field: string;
  readonly to: Narrowed;
}

export type Narrowed =
  /** One of a few texts. */
  | { readonly kind: "values"; readonly values: readonly string[] }
  /** Text of a format that no query can tell: "email". */
  | { readonly kind: "format"; readonly format: string }
  | { readonly kind: "pattern"; readonly pattern: string }
  /** Bounds of a number, or of a text's length. */
  | {
      readonly kind: "bound";
      readonly of: "value" | "length";
      readonly least: number | null;
      readonly most: number | null;
    };
