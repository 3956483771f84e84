import { schemaDifference } from "../../spec/difference/schema-difference.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { stood, type SyncState } from "./sync-state.js";
import { type Wish, wishFor } from "./wish.js";

/**
 * Names that nobody has to be asked about: a relation over the column that it was over, and what the changes so far
 * have named otherwise than the person did, such as the key of a new relation.
 */
export function ownRenames(state: SyncState): readonly Wish[] {
  const { models } = schemaDifference(state.now.database, state.wanted.database);
  return models.flatMap(({ before, after, relations, changed }) => [
    ...without(before, after).flatMap(({ name }) => {
      const old = formerName(state, before, name);
      const isBack = old !== null && without(after, before).some((each) => each.name === old);
      return isBack ? [rename(before, name, old)] : [];
    }),
    ...relations.removed.flatMap((gone) =>
      relations.added
        .filter((to) => to.type === gone.type && isOver(gone, to, before, state))
        .map((to) => rename(before, gone.name, to.name)),
    ),
    ...changed.flatMap((pair) => keyOf(before, pair.before, pair.after, state)),
  ]);
}

function without(from: Model, other: Model): readonly Field[] {
  return from.fields.filter(({ name }) => !other.fields.some((each) => each.name === name));
}

/** Over the same column, or both of them new: one by a change, one by the person who meant it. */
function isOver(gone: Field, to: Field, model: Model, state: SyncState): boolean {
  if (to.relation?.fields.join() === gone.relation?.fields.join()) return true;
  return [gone.name, to.name].every((name) => stood(state, model, name) === undefined);
}

/** The column of a relation that is called so by the changes alone. */
function keyOf(model: Model, before: Field, after: Field, state: SyncState): readonly Wish[] {
  const [from, ...more] = before.relation?.fields ?? [];
  const [to, ...others] = after.relation?.fields ?? [];
  if (from === undefined || to === undefined || from === to || more.length + others.length > 0) return [];
  return stood(state, model, from) === undefined ? [rename(model, from, to)] : [];
}

/** What a field was called before a change renamed it along with something else. */
function formerName({ renames }: SyncState, model: Model, name: string): string | null {
  const found = renames.fields.find(
    ({ from, to }) =>
      to === name && [model.name, ...former(renames.models, model.name)].includes(ownerOf(from)),
  );
  return found === undefined ? null : found.from.slice(found.from.indexOf(".") + 1);
}

function former(models: SyncState["renames"]["models"], name: string): readonly string[] {
  return models.filter(({ to }) => to === name).map(({ from }) => from);
}

function ownerOf(field: string): string {
  return field.slice(0, field.indexOf("."));
}

function rename({ name: of }: Model, name: string, to: string): Wish {
  return wishFor([{ kind: "rename-field", name, of, to }]);
}
