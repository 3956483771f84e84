import type { Scalar } from "../change/field-type.js";
import type { Field, Model } from "../spec/database/database-spec.js";
import { most } from "../util/most.js";
import { columnType } from "./scalars.js";

/**
 * The types in the database that the columns of a schema have beside their own, by what a column holds: a scalar, or
 * the "key" of another model's row. Each is written with a blank in front, and empty where most columns have none.
 */
export function nativeTypes(models: Iterable<Model>): (kind: Scalar | "key") => string {
  const all = [...models].flatMap(({ fields }) => fields.filter(({ relation }) => relation === null));
  const keys = new Set([...models].flatMap(keysOf));
  const plain = all.filter((field) => !field.id && !keys.has(field));
  const usual = (fields: readonly Field[]): string => most(fields.map(native)) ?? "";
  return (kind) => {
    switch (kind) {
      case "key":
      case "uuid":
        return usual(keys.size > 0 ? [...keys] : all.filter(({ id }) => id));
      case "uri":
        return usual(plain.filter(({ name, type }) => type === "String" && /(^|_)ur[il]$/i.test(name)));
      case "double": {
        const known = plain.filter(({ type }) => type === "Float");
        const natives = plain.some((field) => /@db\.(Timestamptz|Integer)/.test(native(field)));
        return known.length === 0 && natives ? " @db.DoublePrecision" : usual(known);
      }
      default:
        return usual(plain.filter(({ type }) => type === columnType(kind)));
    }
  };
}

/** An attribute as the schema writes it, with a blank in front. */
export function attributeText({ name, argument }: Field["attributes"][number]): string {
  return ` @${name}${argument === "" ? "" : `(${argument})`}`;
}

function keysOf({ fields }: Model): readonly Field[] {
  const names = new Set(fields.flatMap(({ relation }) => relation?.fields ?? []));
  return fields.filter(({ name }) => names.has(name));
}

function native({ attributes }: Field): string {
  return attributes
    .filter(({ name }) => name.startsWith("db."))
    .map(attributeText)
    .join("");
}
