import type { AddField } from "../../change/kinds/add-field.js";
import { DELETE_BEHAVIOURS, ON_DELETE } from "../../change/delete-behaviour.js";
import type { AddRelation } from "../../change/kinds/add-relation.js";
import { type Actor, readActors } from "../../generate/create/conventions/actors.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { indexesOf } from "../../spec/difference/indexes-of.js";
import { schemaDifference } from "../../spec/difference/schema-difference.js";
import { groupBy } from "../../util/group-by.js";
import { namesMaker } from "../relation/find-target.js";
import { placeOf } from "./place-of.js";
import { stood, type SyncState } from "./sync-state.js";
import { type Wish, wishFor } from "./wish.js";
import { writtenCarriers } from "./written-carriers.js";

interface NewRelation {
  readonly before: Model;
  readonly after: Model;
  readonly field: Field;
}

/** Relations that are new, those to whoever makes a row as such. */
export function newRelations(state: SyncState): readonly Wish[] {
  const { models } = schemaDifference(state.now.database, state.wanted.database);
  const added = models.flatMap(({ before, after, relations }) =>
    relations.added
      .filter((field) => isWhole(field, before, state))
      .map((field): NewRelation => ({ before, after, field })),
  );
  const actors = readActors(state.now);
  const made = added.flatMap((each) => makerOf(each, actors) ?? []);
  return [
    ...makers(inOrder(made, actors), state),
    ...added
      .filter((each) => !made.some(({ field }) => field === each.field))
      .map((each) => wishFor([relationOf(each, state)], { place: place(each, state) })),
  ];
}

/** Over one new column that points at the other row's key; anything else has no word in the change language. */
function isWhole({ relation }: Field, before: Model, state: SyncState): boolean {
  const [column, ...more] = relation?.fields ?? [];
  if (column === undefined || more.length > 0) return false;
  const exists =
    before.fields.some(({ name }) => name === column) || stood(state, before, column) !== undefined;
  return !exists && state.now.database.models.has(relation?.target ?? "");
}

function relationOf({ before, after, field }: NewRelation, state: SyncState): AddRelation {
  const column = field.relation?.fields[0] ?? "";
  const unique = indexesOf(after).some((index) => index.unique && index.fields.join() === column);
  const said = field.relation?.onDelete ?? null;
  return {
    kind: "add-relation",
    name: field.name,
    target: field.type,
    optional: field.optional,
    to: before.name,
    unique,
    onDelete: DELETE_BEHAVIOURS.find((each) => ON_DELETE[each] === said) ?? null,
    carriers: writtenCarriers(before, field, state),
  };
}

interface Made extends NewRelation {
  /** "created_by" of `created_by_member`. */
  readonly name: string;
  readonly actor: string;
}

/** A relation to an actor whose name says that the actor made the row. */
function makerOf(relation: NewRelation, actors: readonly Actor[]): Made | null {
  const actor = actors.find(({ model }) => model?.name === relation.field.type)?.name;
  if (actor === undefined) return null;
  const { name } = relation.field;
  if (namesMaker(name)) return { ...relation, name, actor };
  const suffix = `_${actor.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase()}`;
  const bare = name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
  return bare !== name && namesMaker(bare) ? { ...relation, name: bare, actor } : null;
}

/** Actors as their decorators stand, so that the same wish is always written in the same way. */
function inOrder(made: readonly Made[], actors: readonly Actor[]): readonly Made[] {
  const rank = ({ actor }: Made): number => actors.findIndex(({ name }) => name === actor);
  return [...made].sort((a, b) => rank(a) - rank(b));
}

/** One change for all models, as a person would ask for it: each gets what the actors that make its rows need. */
function makers(made: readonly Made[], state: SyncState): readonly Wish[] {
  const suffixed = ({ field, name }: Made): boolean => field.name !== name;
  const alike = groupBy(made, (each) => (suffixed(each) ? each.name : `${each.name} of ${each.actor}`));
  return [...alike.values()].map((all) => {
    const [first] = all as [Made];
    const others = [...new Set(all.map(({ actor }) => actor))].filter((actor) => actor !== first.actor);
    const change = (optional: boolean): AddField => ({
      kind: "add-field",
      name: first.name,
      type: { name: first.actor, values: [], optional, ...(others.length > 0 ? { others } : {}) },
      to: { models: [...new Set(all.map(({ before }) => before.name))], stance: null },
      default: null,
      carriers: null,
    });
    return wishFor([change(false), change(true), relationOf(first, state)], { place: place(first, state) });
  });
}

function place({ after, field }: NewRelation, { wanted }: SyncState): string {
  return placeOf(wanted, after.path, field.span);
}
