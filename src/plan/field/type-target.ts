import type { FieldType } from "../../change/field-type.js";
import { nativeTypes } from "../../generate/native-types.js";
import { columnType, scalarOf } from "../../generate/scalars.js";
import { lineAt } from "../../errors/spec-error.js";
import type { Backend } from "../../source/backend.js";
import type { DatabaseSpec, Field, Model } from "../../spec/database/database-spec.js";
import { castOf } from "../../verify/schema/cast.js";
import { schemaTexts } from "../../verify/schema/schema-texts.js";
import { refuse, type Found } from "../found.js";

/** A column's type in the schema. */
export interface ColumnTarget {
  /** "String", "Int", … */
  readonly type: string;
  /** " @db.VarChar(80)", or nothing. */
  readonly native: string;
}

/** What a column has to be for a type of the change language; text keeps the kind of text that it is. */
export function columnTarget(field: Field, to: FieldType, database: DatabaseSpec): ColumnTarget {
  const scalar = scalarOf(to.name) ?? "string";
  const type = columnType(scalar);
  const native = field.attributes
    .filter(({ name }) => name.startsWith("db."))
    .map(({ name, argument }) => ` @${name}${argument === "" ? "" : `(${argument})`}`)
    .join("");
  const staysText = type === field.type && type === "String" && scalar !== "uuid" && !native.includes("Uuid");
  if (staysText || (type === field.type && type !== "String")) return { type, native };
  return { type, native: nativeTypes(database.models.values())(scalar) };
}

/** Whether values can go from the column as it is into another type at all. */
export function checkCast(
  backend: Backend,
  model: Model,
  field: Field,
  to: FieldType,
  database: DatabaseSpec,
): Found<null> {
  const { dialect } = schemaTexts(backend);
  const name = `${model.name}.${field.name}`;
  const place = `${model.path}:${lineAt(backend.files.get(model.path)?.text ?? "", field.span.end)}`;
  if (database.enums.has(field.type))
    return refuse(
      `${place} gives ${name} the enum ${field.type}, whose values are said there.`,
      `Add another field of the new type, and fill it from this one.`,
    );
  const [from, target] = [sqlType(field), SQL[to.name] ?? "TEXT"];
  if (castOf(from, target, "value", dialect ?? "postgresql").verdict !== "none")
    return { ok: true, value: null };
  return refuse(
    `${place}: no value of ${name} has a place in ${to.name}: it is of type ${field.type}.`,
    `Add another field of that type instead, and remove this one when nothing needs it: add field <name>: ${to.name}? to ${model.name}.`,
  );
}

function sqlType({ type, attributes }: Field): string {
  if (type !== "String") return COLUMNS[type] ?? "BYTEA";
  return attributes.some(({ name }) => name === "db.Uuid") ? "UUID" : "TEXT";
}

const COLUMNS: Readonly<Record<string, string>> = {
  Int: "INTEGER",
  BigInt: "BIGINT",
  Float: "DOUBLE PRECISION",
  Decimal: "DECIMAL(65,30)",
  Boolean: "BOOLEAN",
  DateTime: "TIMESTAMP(3)",
  Json: "JSONB",
};

const SQL: Readonly<Record<string, string>> = {
  int: "INTEGER",
  double: "DOUBLE PRECISION",
  boolean: "BOOLEAN",
  datetime: "TIMESTAMP(3)",
  uuid: "UUID",
};
