import { schemaDifference } from "../../spec/difference/schema-difference.js";
import { stood, type SyncState } from "./sync-state.js";
import { type Wish, wishFor } from "./wish.js";

/** Relations and columns that are gone from models that stay. */
export function removedMembers(state: SyncState): readonly Wish[] {
  const { models } = schemaDifference(state.now.database, state.wanted.database);
  return models.flatMap(({ before, after, relations, columns }) => {
    const from = { models: [before.name], stance: null };
    // A relation whose column stays is no whole relation; what becomes of the column is for its owner to say.
    const whole = relations.removed.filter(({ relation }) =>
      (relation?.fields ?? []).every((column) => !after.fields.some(({ name }) => name === column)),
    );
    return [
      ...whole.map(({ name }) => wishFor([{ kind: "remove-relation", name, from }])),
      ...columns.removed
        .filter(({ name }) => stood(state, before, name) !== undefined)
        .map(({ name }) => wishFor([{ kind: "remove-field", name, from }])),
    ];
  });
}
