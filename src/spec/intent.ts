import type { Backfill } from "./backfills.js";
import type { Narrowing } from "./narrowings.js";
import { NO_RENAMES, type Renames, uniteRenames } from "./renames.js";
import type { RowCopy } from "./row-copies.js";

/** What a change means for the rows that stand, and two schemas cannot say. */
export interface Intent {
  /** Members that stay under another name. */
  readonly renames: Renames;
  /** Where the rows that stand get the values of new columns from, and of those that are required now. */
  readonly backfills: readonly Backfill[];
  /** Fields, as "model.field" of the head, of which a person said that values may be lost when their type changes. */
  readonly lossy: readonly string[];
  /** Rows of new tables that are made from rows that stand. */
  readonly copies: readonly RowCopy[];
  /** Columns whose rows may hold what the backend takes no more, without the database looking. */
  readonly narrowings: readonly Narrowing[];
}

export const NO_INTENT: Intent = {
  renames: NO_RENAMES,
  backfills: [],
  lossy: [],
  copies: [],
  narrowings: [],
};

export function uniteIntents(all: readonly Intent[]): Intent {
  return {
    renames: uniteRenames(all.map(({ renames }) => renames)),
    backfills: all.flatMap(({ backfills }) => backfills),
    lossy: all.flatMap(({ lossy }) => lossy),
    copies: all.flatMap(({ copies }) => copies),
    narrowings: all.flatMap(({ narrowings }) => narrowings),
  };
}
