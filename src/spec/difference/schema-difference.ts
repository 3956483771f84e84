import type { DatabaseSpec, Field, Model } from "../database/database-spec.js";
import { indexesOf, type Index } from "./indexes-of.js";

/** What one schema has and another has not, by name; whether something was renamed is not for it to say. */
export interface SchemaDifference {
  readonly removed: readonly Model[];
  readonly added: readonly Model[];
  /** Models that both have and that differ. */
  readonly models: readonly ModelDifference[];
}

export interface ModelDifference {
  readonly before: Model;
  readonly after: Model;
  /** Plain columns; those of a relation come and go with it. */
  readonly columns: Sides<Field>;
  /** The ends of relations that hold the key. */
  readonly relations: Sides<Field>;
  /** Columns and relations of one name that say something else. */
  readonly changed: readonly { readonly before: Field; readonly after: Field }[];
  readonly indexes: Sides<Index>;
}

export interface Sides<T> {
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

export function schemaDifference(before: DatabaseSpec, after: DatabaseSpec): SchemaDifference {
  return {
    removed: [...before.models.values()].filter(({ name }) => !after.models.has(name)),
    added: [...after.models.values()].filter(({ name }) => !before.models.has(name)),
    models: [...before.models.values()].flatMap((model) => {
      const other = after.models.get(model.name);
      const found = other === undefined ? null : modelDifference(model, other);
      return found === null || isEmpty(found) ? [] : [found];
    }),
  };
}

function modelDifference(before: Model, after: Model): ModelDifference {
  const pairs = before.fields.flatMap((field) => {
    const other = after.fields.find(({ name }) => name === field.name);
    return other === undefined ? [] : [{ before: field, after: other }];
  });
  return {
    before,
    after,
    columns: sides(before, after, plainColumns),
    relations: sides(before, after, keyHolders),
    changed: pairs.filter((pair) => meaningOf(pair.before) !== meaningOf(pair.after)),
    indexes: {
      removed: without(indexesOf(before), indexesOf(after)),
      added: without(indexesOf(after), indexesOf(before)),
    },
  };
}

function sides(before: Model, after: Model, pick: (model: Model) => readonly Field[]): Sides<Field> {
  const missing = (from: Model, to: Model): readonly Field[] =>
    pick(from).filter((field) => !to.fields.some(({ name }) => name === field.name));
  return { removed: missing(before, after), added: missing(after, before) };
}

/** Columns that no relation is over. */
export function plainColumns(model: Model): readonly Field[] {
  const keys = new Set(model.fields.flatMap(({ relation }) => relation?.fields ?? []));
  return model.fields.filter(({ name, relation }) => relation === null && !keys.has(name));
}

/** The relations of a model that hold their key. */
export function keyHolders(model: Model): readonly Field[] {
  return model.fields.filter(({ relation }) => (relation?.fields.length ?? 0) > 0);
}

/** What a field says beside its name; whether it is alone in an index is left to the indexes. */
function meaningOf({ type, list, optional, id, attributes, relation }: Field): string {
  const own = attributes.filter(({ name }) => name !== "unique" && name !== "relation");
  const said = own.map(({ name, argument }) => `@${name}(${argument.replace(/\s+/g, " ")})`).sort();
  const key = relation === null ? null : [relation.fields, relation.references, relation.onDelete];
  return JSON.stringify([type, list, optional, id, said, key]);
}

function without(from: readonly Index[], others: readonly Index[]): readonly Index[] {
  const known = new Set(others.map(({ key }) => key));
  return from.filter(({ key }) => !known.has(key));
}

function isEmpty({ columns, relations, changed, indexes }: ModelDifference): boolean {
  return [columns, relations, indexes].every(
    ({ removed, added }) => removed.length + added.length + changed.length === 0,
  );
}
