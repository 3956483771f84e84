import type { Model } from "../../spec/database/database-spec.js";
import { plainColumns, schemaDifference } from "../../spec/difference/schema-difference.js";
import type { Possible } from "./possible-renames.js";
import type { SyncState } from "./sync-state.js";

/** Models of one shape, of which one is gone and one is new. */
export function possibleModels(state: SyncState): readonly Possible[] {
  const { removed, added } = schemaDifference(state.now.database, state.wanted.database);
  return removed
    .filter(({ name }) => state.base.database.models.has(name))
    .flatMap((before) =>
      added.filter((after) => sameShape(before, after)).map((after) => possibleOf(before, after)),
    );
}

function possibleOf(before: Model, after: Model): Possible {
  const change = { kind: "rename-model", name: before.name, to: after.name } as const;
  const { path, span } = after;
  return { owner: "", from: before.name, to: after.name, path, span, changes: [change] };
}

/** Keys are named after the models they lead to, so only their number counts. */
function sameShape(before: Model, after: Model): boolean {
  const shape = (model: Model): string =>
    JSON.stringify([
      plainColumns(model)
        .map(({ name, type, list }) => `${name} ${type} ${list}`)
        .sort(),
      model.fields.filter(({ relation }) => (relation?.fields.length ?? 0) > 0).length,
    ]);
  return shape(before) === shape(after);
}
