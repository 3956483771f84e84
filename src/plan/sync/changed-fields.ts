import { DELETE_BEHAVIOURS, ON_DELETE } from "../../change/delete-behaviour.js";
import { defaultOf } from "../../spec/database/default-value.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { plainColumns, schemaDifference } from "../../spec/difference/schema-difference.js";
import { fieldTypeOf } from "../property/field-type-of.js";
import { placeOf } from "./place-of.js";
import type { SyncState } from "./sync-state.js";
import { type Wish, wishFor } from "./wish.js";

/** What a field says otherwise than before: its type, whether it may be empty, its default, what deleting does. */
export function changedFields({ now, wanted }: SyncState): readonly Wish[] {
  const { models } = schemaDifference(now.database, wanted.database);
  return models.flatMap(({ before: model, after: wished, changed }) =>
    changed.flatMap(({ before, after }) => {
      const place = placeOf(wanted, wished.path, after.span);
      const isColumn = isPlain(before, model) && isPlain(after, wished);
      return [
        ...(isColumn ? retyping(model, before, after, { now, wanted }, place) : []),
        ...(isColumn ? presence(model, before, after, place) : []),
        ...deletion(model, before, after, place),
      ];
    }),
  );
}

function isPlain(field: Field, model: Model): boolean {
  return plainColumns(model).includes(field);
}

/** Another type that the change language has a word for; an enum is a type of the schema's own. */
function retyping(
  { name: of }: Model,
  before: Field,
  after: Field,
  { now, wanted }: Pick<SyncState, "now" | "wanted">,
  place: string,
): readonly Wish[] {
  const [from, to] = [fieldTypeOf(before, now.database), fieldTypeOf(after, wanted.database)];
  if (to === null || to.name === from?.name || to.values.length > 0) return [];
  const value = defaultOf(after);
  const given = value === null || value === defaultOf(before) || !isSayable(value) ? null : value;
  const type = { ...to, optional: false };
  return [wishFor([{ kind: "change-type", field: after.name, of, to: type, default: given }], { place })];
}

function presence({ name: of }: Model, before: Field, after: Field, place: string): readonly Wish[] {
  const { name: field } = after;
  const value = defaultOf(after);
  const wishes: Wish[] = [];
  if (before.optional !== after.optional) {
    const to = after.optional ? "optional" : "required";
    const given = after.optional || !isSayable(value) ? null : value;
    wishes.push(wishFor([{ kind: "change-presence", field, of, to, default: given }], { place }));
  }
  if (defaultOf(before) !== value && isSayable(value))
    wishes.push(wishFor([{ kind: "change-default", field, of, to: value }], { place, mayStay: true }));
  return wishes;
}

/** Whether the change language has a word for a default: a value, or one of the functions that it knows. */
export function isSayable(value: string | null): boolean {
  return value === null || !value.includes("(") || /^(?:now|uuid|cuid)\(\)$|^"/.test(value);
}

function deletion({ name: of }: Model, before: Field, after: Field, place: string): readonly Wish[] {
  const said = after.relation?.onDelete ?? null;
  const to = DELETE_BEHAVIOURS.find((each) => ON_DELETE[each] === said);
  if (before.relation?.onDelete === said || to === undefined) return [];
  return [wishFor([{ kind: "change-delete", relation: after.name, of, to }], { place, mayStay: true })];
}
