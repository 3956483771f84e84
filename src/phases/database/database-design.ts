import type { tags } from "typia";
import type { ChangeOf } from "../../change/change.js";
import type { IntentionIds } from "../intentions.js";

/** What the database gets so that the intentions can be served. */
export interface DatabaseDesign {
  /** One entry for each change, a new model before what speaks of it; none where the models hold all that is needed. */
  readonly changes: readonly DatabaseEntry[] & tags.MaxItems<40>;
}

export interface DatabaseEntry {
  /** The intentions that need it. */
  readonly serves: IntentionIds;
  readonly change: DatabaseChange;
}

/** The changes of the schema that a design may make; nothing is taken away unless a person asks for it. */
export type DatabaseChange = ChangeOf<(typeof DATABASE_KINDS)[number]>;

export const DATABASE_KINDS = [
  "add-model",
  "add-field",
  "add-relation",
  "add-many",
  "add-index",
  "change-type",
  "change-presence",
  "change-default",
  "change-delete",
] as const;
