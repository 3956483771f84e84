import type { Creation } from "../create-context.js";
import { valueType } from "../dto/column-types.js";
import { union, UUID } from "../../scalars.js";
import { summaryColumns } from "../dto/print-dto.js";
import { ownerOf, parentOf, referencesOf, type NewColumn, type NewOperation } from "../new-model.js";
import { actorId, given, parentParameter } from "./guards.js";

/** What a new row is made of, where nothing stands between the operation and the database. */
export function createdData(creation: Creation, operation: NewOperation): readonly string[] {
  const { model, dto } = creation;
  const owner = ownerOf(model);
  const parent = parentOf(model);
  const body = given(creation, "body");
  const references = referencesOf(model).map(
    ({ column, optional }) => `${column}: ${body}.${dto.key(column)}${optional ? " ?? null" : ""}`,
  );
  return [
    `id: v4() as ${UUID}`,
    ...(parent === null ? [] : [`${parent.column}: ${given(creation, parentParameter(operation))}`]),
    ...(owner === null ? [] : [`${owner.column}: ${actorId(creation, operation)}`]),
    ...references,
    ...model.columns.map((column) => `${column.name}: ${createdValue(creation, column, body)}`),
  ];
}

/** What a caller gave for a column; the database fills in what has a default. */
export function createdValue({ dto }: Creation, column: NewColumn, body: string): string {
  const value = `${body}.${dto.spell(column.name)}`;
  return column.optional && column.default === null ? `${value} ?? null` : value;
}

/** What an update writes: the properties that are there. */
export function updatedData(creation: Creation): readonly string[] {
  const { model, dto, code } = creation;
  const body = given(creation, "body");
  const references = referencesOf(model).map(({ name, column, optional }) => {
    const value = `${body}.${dto.key(column)}`;
    if (!code.modular) return `...(${value} !== undefined && { ${column}: ${value} })`;
    const connect = `{ connect: { id: ${value} } }`;
    const written = optional ? `${value} === null ? { disconnect: true } : ${connect}` : connect;
    return `...(${value} !== undefined && { ${name}: ${written} })`;
  });
  const columns = model.columns.map(({ name }) => {
    const value = `${body}.${dto.spell(name)}`;
    return `...(${value} !== undefined && { ${name}: ${value} })`;
  });
  return [...references, ...columns];
}

/** The whole response, made of a row. */
export function responseEntries(creation: Creation, row: string, summary: boolean): readonly string[] {
  const { model, dto, schema, views } = creation;
  const time = (name: string): string => `${dto.spell(name)}: toISOStringSafe(${row}.${name})`;
  const keys = views
    .filter(({ relation }) => !summary || relation.role !== "parent")
    .map(
      ({ relation: { column, optional } }) =>
        `${dto.key(column)}: ${cast(`${row}.${column}`, UUID, optional)}`,
    );
  const columns = (summary ? summaryColumns(model) : model.columns).map(
    (column) => `${dto.spell(column.name)}: ${shownValue(column, row)}`,
  );
  return [
    `id: ${row}.id as ${UUID}`,
    ...keys,
    ...columns,
    time(schema.time("created")),
    ...(model.updatedAt && !summary ? [time(schema.time("updated"))] : []),
  ];
}

/** A column's value as responses have it. */
export function shownValue(column: NewColumn, row: string): string {
  const value = `${row}.${column.name}`;
  if (column.scalar === "datetime")
    return column.optional ? `${value} ? toISOStringSafe(${value}) : null` : `toISOStringSafe(${value})`;
  const type = valueType(column);
  return column.values.length > 0 || type.startsWith("string &") ? cast(value, type, column.optional) : value;
}

function cast(value: string, type: string, optional: boolean): string {
  return `${value} as ${union(type, ...(optional ? ["null"] : []))}`;
}
