import type { Index } from "../../spec/difference/indexes-of.js";
import { type ModelDifference, schemaDifference } from "../../spec/difference/schema-difference.js";
import type { SyncState } from "./sync-state.js";
import { type Wish, wishFor } from "./wish.js";

/** Indexes that are gone, and new ones. */
export function changedIndexes({ now, wanted }: SyncState): readonly Wish[] {
  const { models } = schemaDifference(now.database, wanted.database);
  return models.flatMap((model) => [
    ...model.indexes.removed.map((index) => wishOf("remove-index", model, index)),
    ...model.indexes.added.map((index) => wishOf("add-index", model, index)),
  ]);
}

function wishOf(kind: "add-index" | "remove-index", { before }: ModelDifference, index: Index): Wish {
  const { unique, fields } = index;
  return wishFor([{ kind, unique, on: { model: before.name, fields } }], { mayStay: true });
}
