import type { Known } from "../known.js";
import { capital, partsOf } from "../conventions/spelling.js";
import { columnType } from "../../scalars.js";
import { type NewColumn, type NewModel, type NewRelation, parentOf } from "../new-model.js";
import { type Part, readSchemaStyle, type SchemaStyle } from "./schema-style.js";

/** The declaration of a new model, as its neighbours are declared. */
export function printModel(model: NewModel, known: Known): string {
  const style = readSchemaStyle(known);
  const gap = style.blankBetweenColumns ? [""] : [];
  const columns = columnsOf(model, style).flatMap((lines, index) =>
    index === 0 ? lines : [...gap, ...lines],
  );
  const parts = [
    part("columns", columns, style),
    part(
      "belongs",
      alignRows(
        model.relations.map((each) => relationCells(each, style)),
        style.aligned,
      ),
      style,
    ),
    part("indexes", indexesOf(model, style), style),
  ].filter((lines) => lines.length > 0);
  const body = parts.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
  const doc = docOf(model).map((line) => `/// ${line}`.trimEnd());
  return [...doc, `model ${model.table} {`, ...body.map((line) => `  ${line}`.trimEnd()), "}", ""].join("\n");
}

function docOf(model: NewModel): readonly string[] {
  const parent = parentOf(model);
  const tags = model.like.doc.split("\n").filter((line) => line.trim().startsWith("@"));
  const sentence = `${capital(model.nouns)}${parent === null ? "" : ` of {@link ${parent.target.name}}`}.`;
  return tags.length === 0 ? [sentence] : [sentence, "", ...tags.map((tag) => tag.trim())];
}

function part(name: Part, lines: readonly string[], style: SchemaStyle): readonly string[] {
  if (lines.length === 0) return [];
  const banner = style.banner(name);
  return [...(banner === null ? [] : banner.split(/\r?\n/).map((line) => line.trim())), ...lines];
}

/** Each column with its comment, in the order in which tables have them: keys, content, times. */
function columnsOf(model: NewModel, style: SchemaStyle): readonly (readonly string[])[] {
  const times = (
    ["created", ...(model.updatedAt ? ["updated"] : []), ...(model.softDelete ? ["deleted"] : [])] as const
  ).map((event) => {
    const kind = event as "created" | "updated" | "deleted";
    const name = style.time(kind);
    const optional = kind === "deleted" ? "?" : "";
    return column(style.doc(name) ?? TIME_DOCS[kind], `${name} DateTime${optional}${style.attributes(kind)}`);
  });
  return [
    column(style.doc("id") ?? "Primary Key.", `id String${style.attributes("id")}`),
    ...model.relations.map((each) => keyColumn(each, style)),
    ...model.columns.map((each) => plainColumn(each, style)),
    ...times,
  ];
}

const TIME_DOCS = {
  created: "Creation time of record.",
  updated: "Last update time of record.",
  deleted: "Deletion time of record.",
} as const;

function column(doc: string, line: string): readonly string[] {
  return [...doc.split("\n").map((each) => `/// ${each}`.trimEnd()), line];
}

function keyColumn(
  { name, column: key, target, optional }: NewRelation,
  style: SchemaStyle,
): readonly string[] {
  const doc = `${capital(partsOf(name).join(" "))}'s {@link ${target.name}.id}${optional ? ", if any" : ""}.`;
  return column(doc, `${key} String${optional ? "?" : ""}${style.attributes("key")}`);
}

function plainColumn(
  { name, scalar, values, optional, default: value }: NewColumn,
  style: SchemaStyle,
): readonly string[] {
  const list = values.map((each) => `\`${each}\``).join(", ");
  const doc = `${capital(partsOf(name).join(" "))}${values.length === 0 ? "" : `: ${list}`}.`;
  const fallback = value === null ? "" : ` @default(${value})`;
  return column(
    doc,
    `${name} ${columnType(scalar)}${optional ? "?" : ""}${fallback}${style.attributes(scalar)}`,
  );
}

function relationCells(
  { name, column: key, target, optional, tie }: NewRelation,
  style: SchemaStyle,
): readonly string[] {
  const onDelete = optional ? "SetNull" : style.onDelete;
  const parts = [
    ...(tie === null ? [] : [`"${tie}"`]),
    `fields: [${key}]`,
    "references: [id]",
    ...(onDelete === null ? [] : [`onDelete: ${onDelete}`]),
  ];
  return [name, `${target.name}${optional ? "?" : ""}`, `@relation(${parts.join(", ")})`];
}

function alignRows(rows: readonly (readonly string[])[], aligned: boolean): readonly string[] {
  const width = (at: number): number => Math.max(...rows.map((row) => row[at]?.length ?? 0));
  return rows.map((row) =>
    row.map((cell, at) => (aligned && at < row.length - 1 ? cell.padEnd(width(at)) : cell)).join(" "),
  );
}

/** Rows are looked up by what they belong to, newest first; unique columns are so for the database, too. */
function indexesOf({ columns, relations }: NewModel, style: SchemaStyle): readonly string[] {
  const created = style.time("created");
  const unique = columns.filter((each) => each.unique).map(({ name }) => `@@unique([${name}])`);
  const keys = relations.map(({ role, column: key }) =>
    role === "reference" ? `@@index([${key}])` : `@@index([${key}, ${created}])`,
  );
  return [...unique, ...(relations.length === 0 ? [`@@index([${created}])`] : keys)];
}
