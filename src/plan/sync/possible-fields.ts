import type { Change } from "../../change/change.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { type ModelDifference, schemaDifference } from "../../spec/difference/schema-difference.js";
import type { Possible } from "./possible-renames.js";
import { stood, type SyncState } from "./sync-state.js";

/** Columns of one type, and relations to one model, of which one is gone and one is new. */
export function possibleFields(state: SyncState): readonly Possible[] {
  const { models } = schemaDifference(state.now.database, state.wanted.database);
  return models.flatMap((model) => [
    ...pairs(model, "columns", state, (a, b) => a.type === b.type && a.list === b.list),
    ...pairs(model, "relations", state, sameTarget),
  ]);
}

function pairs(
  { before, after, ...sides }: ModelDifference,
  kind: "columns" | "relations",
  state: SyncState,
  alike: (gone: Field, added: Field) => boolean,
): readonly Possible[] {
  // What only the changes found so far have put in, or taken out, is no edit of a person.
  const gone = sides[kind].removed.filter(({ name }) => stood(state, before, name) !== undefined);
  const added = sides[kind].added.filter(({ name }) => stood(state, before, name) === undefined);
  return gone.flatMap((from) =>
    added
      .filter((to) => alike(from, to))
      .map((to) => ({
        owner: before.name,
        from: from.name,
        to: to.name,
        path: after.path,
        span: to.span,
        changes: changesOf(before, from, to),
      })),
  );
}

/** A relation over another column is renamed with it; over the same one there is nothing to ask. */
function changesOf({ name: of }: Model, from: Field, to: Field): readonly Change[] {
  const rename = (name: string, other: string): Change => ({ kind: "rename-field", name, of, to: other });
  const [column] = from.relation?.fields ?? [];
  const [other] = to.relation?.fields ?? [];
  const key = column === undefined || other === undefined || column === other ? [] : [rename(column, other)];
  return [rename(from.name, to.name), ...key];
}

function sameTarget(gone: Field, added: Field): boolean {
  const [from, to] = [gone.relation?.fields ?? [], added.relation?.fields ?? []];
  return gone.type === added.type && from.length === 1 && to.length === 1 && from[0] !== to[0];
}
