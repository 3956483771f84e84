import { SCALARS, type Scalar } from "../../change/field-type.js";
import type { DatabaseSpec, Field, Model } from "../../spec/database/database-spec.js";
import { isSecret } from "../../spec/database/is-secret.js";
import type { Dto, DtoProperty, InterfaceSpec } from "../../spec/interface/interface-spec.js";
import { carriersOf } from "../../spec/carried-by.js";
import type { NewColumn } from "../create/new-model.js";
import { scalarOf, propertyType } from "../scalars.js";

/** The columns of a table that say something of their own: no keys, no secrets, and no times that code keeps. */
export function plainFields({ fields }: Model): readonly Field[] {
  const keys = new Set(fields.flatMap(({ relation }) => relation?.fields ?? []));
  return fields.filter(
    ({ name, id, relation, list }) =>
      relation === null &&
      !list &&
      !id &&
      !keys.has(name) &&
      !isSecret(name) &&
      !/^(created|updated|deleted)_?at$/i.test(name),
  );
}

/** A column of a table as new artefacts are made of it. */
export function columnOf(
  model: Model,
  field: Field,
  api: InterfaceSpec,
  database: DatabaseSpec,
): NewColumn | null {
  const types = carriersOf(model, field, api).map(({ property }) => bareType(property));
  const values = valuesOf(field, types, database);
  const scalar = values.length > 0 ? "string" : scalarIn(field, types);
  if (scalar === null) return null;
  const value = field.attributes.find(({ name }) => name === "default")?.argument ?? null;
  return {
    name: field.name,
    scalar,
    values,
    optional: field.optional,
    unique: field.unique,
    default: value === null && field.hasDefault ? "" : value,
  };
}

/** The values that a column may have, by its enum or by what its DTOs say; empty where it may have any. */
export function valuesOf(field: Field, types: readonly string[], database: DatabaseSpec): readonly string[] {
  const own = database.enums.get(field.type);
  if (own !== undefined) return own.values;
  if (field.type !== "String") return [];
  const sets = types.flatMap((type) => {
    const bare = type
      .replace(/^\((.*)\)$/s, "$1")
      .replace(/^\|/, "")
      .trim();
    const parts = bare.split("|").map((each) => each.trim());
    return parts.every((each) => /^"[^"]*"$/.test(each)) ? [parts.map((each) => each.slice(1, -1))] : [];
  });
  return sets.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** A property's type without what says that it may be missing. */
export function bareType({ type }: Pick<DtoProperty, "type">): string {
  const text = type.replace(/\s+/g, " ").trim();
  const bare = text
    .replace(/^(\| )?(null|undefined) \| /, "")
    .replace(/( \| (null|undefined))+$/, "")
    .trim();
  return bare.startsWith("(") && bare.indexOf(")") === bare.length - 1 ? bare.slice(1, -1).trim() : bare;
}

const KINDS: Readonly<Record<string, Scalar>> = {
  String: "string",
  Int: "int",
  Float: "double",
  Boolean: "boolean",
  DateTime: "datetime",
};

function scalarIn(field: Field, types: readonly string[]): Scalar | null {
  const kind = KINDS[field.type];
  if (kind !== "string") return kind ?? null;
  const exact = SCALARS.find(
    (name) => name !== "string" && types.includes(propertyType({ name, values: [] })),
  );
  return scalarOf(exact ?? "string");
}

/** The property of a DTO that carries a column; null without one. */
export function propertyFor(
  dto: Dto | undefined,
  model: Model,
  column: string,
  api: InterfaceSpec,
): DtoProperty | null {
  const field = model.fields.find(({ name }) => name === column);
  if (dto === undefined || field === undefined) return null;
  const found = carriersOf(model, field, api).filter((each) => each.dto === dto);
  return found[0]?.property ?? null;
}
