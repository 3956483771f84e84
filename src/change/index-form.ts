import { type FieldList, parseFieldList, printFieldList } from "./field-list.js";

/** What the changes of an index say, each behind its own verb. */
export interface IndexChange {
  /** Whether it also keeps two rows from being alike in its columns. */
  readonly unique: boolean;
  readonly on: FieldList;
}

export const INDEX_USAGE = "[unique] index on <model>(<field>, …)";

/** Reads `unique index on articles(slug)`; null for anything else. */
export function parseIndex(rest: string): IndexChange | null {
  const [, unique, list] = /^(unique )?index on (.+)$/i.exec(rest) ?? [];
  const on = list === undefined ? null : parseFieldList(list);
  return on === null ? null : { unique: unique !== undefined, on };
}

export function printIndex({ unique, on }: IndexChange): string {
  return `${unique ? "unique " : ""}index on ${printFieldList(on)}`;
}
