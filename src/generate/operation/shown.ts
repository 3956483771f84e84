/** A property as it is made of a row. */
export interface Shown {
  /** What the row brings along for it: `title: true`; of a count what is counted. */
  readonly selected: string;
  readonly counts: boolean;
  readonly value: (row: string) => string;
  /** Transformers that it uses. */
  readonly transformers: readonly string[];
}

/** A DTO as it is made of one row by nothing but names, types and tags: columns, related rows and their number. */
export interface DerivedRow {
  /** Members of the query's `select`. */
  readonly selected: readonly string[];
  /** Whether all of it are columns, which a query without `select` brings along. */
  readonly plain: boolean;
  readonly entries: (row: string) => readonly string[];
  readonly transformers: readonly string[];
}
