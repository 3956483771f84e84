import type { AddField } from "../../change/kinds/add-field.js";
import { defaultOf } from "../../spec/database/default-value.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { schemaDifference } from "../../spec/difference/schema-difference.js";
import { groupBy } from "../../util/group-by.js";
import { fieldTypeOf } from "../property/field-type-of.js";
import { isSayable } from "./changed-fields.js";
import { placeOf } from "./place-of.js";
import { stood, type SyncState } from "./sync-state.js";
import { type Wish, wishFor } from "./wish.js";
import { writtenCarriers } from "./written-carriers.js";

/** Columns that are new; the same one in several models is one change. */
export function newFields(state: SyncState): readonly Wish[] {
  const { models } = schemaDifference(state.now.database, state.wanted.database);
  const found = models.flatMap(({ before, after, columns }) =>
    columns.added
      .filter(({ name }) => stood(state, before, name) === undefined)
      .flatMap((field) => {
        const change = changeOf(before, field, state);
        const place = placeOf(state.wanted, after.path, field.span);
        return change === null ? [] : [{ model: before.name, change, place }];
      }),
  );
  return [...groupBy(found, ({ change }) => JSON.stringify(change)).values()].map((all) => {
    const models = all.map(({ model }) => model);
    const [first] = all as [(typeof all)[number]];
    return wishFor([{ ...first.change, to: { models, stance: null } }], { place: first.place });
  });
}

function changeOf(model: Model, field: Field, state: SyncState): AddField | null {
  const type = fieldTypeOf(field, state.wanted.database);
  if (type === null || !isSayable(defaultOf(field))) return null;
  const to = { models: [], stance: null };
  const carriers = writtenCarriers(model, field, state);
  return { kind: "add-field", name: field.name, type, to, default: defaultOf(field), carriers };
}
