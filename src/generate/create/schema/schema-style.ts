import type { Scalar } from "../../../change/field-type.js";
import type { Field, Model } from "../../../spec/database/database-spec.js";
import { type Known, textOf } from "../known.js";
import { most } from "../../../util/most.js";
import { attributeText, nativeTypes } from "../../native-types.js";

/** What the columns of a backend's tables look like, beyond their names and types. */
export interface SchemaStyle {
  /** Attributes of a column, each with a blank in front. */
  readonly attributes: (field: "id" | "key" | "created" | "updated" | "deleted" | Scalar) => string;
  /** Name of the column that holds a time of the row. */
  readonly time: (event: "created" | "updated" | "deleted") => string;
  /** What models say about a column that every row has; null if they say nothing. */
  readonly doc: (column: string) => string | null;
  /** Banner above a part of a model, as written; null without one. */
  readonly banner: (part: Part) => string | null;
  readonly blankBetweenColumns: boolean;
  /** Whether types and attributes of relations stand in columns. */
  readonly aligned: boolean;
  /** What deleting a row does to the rows that cannot be without it; null where nothing is said. */
  readonly onDelete: string | null;
}

export type Part = "columns" | "belongs" | "has" | "indexes";

export function readSchemaStyle(known: Known): SchemaStyle {
  const models = [...known.database.models.values()];
  const named = (pattern: RegExp): readonly Field[] =>
    models.flatMap(({ fields }) => fields.filter(({ name }) => pattern.test(name)));
  const docs = (column: string): readonly string[] =>
    named(new RegExp(`^${column}$`)).flatMap(({ doc }) => (doc === "" ? [] : [doc]));
  const required = models.flatMap(({ fields }) =>
    fields.filter(({ relation, optional }) => (relation?.fields.length ?? 0) > 0 && !optional),
  );
  return {
    attributes: attributesIn(models),
    time: (event) => most(named(TIMES[event]).map(({ name }) => name)) ?? `${event}_at`,
    doc: (column) => most(docs(column)),
    banner: (part) =>
      most(models.map((model) => bannerOf(known, model, part)).filter((each) => each !== null)),
    blankBetweenColumns: most(models.flatMap((model) => blankAfterFirst(known, model))) ?? true,
    aligned: required.length > 0 && most(models.flatMap((model) => paddings(known, model))) === true,
    onDelete: most(required.map(({ relation }) => relation?.onDelete ?? null)) ?? null,
  };
}

const TIMES = { created: /^created_?at$/i, updated: /^updated_?at$/i, deleted: /^deleted_?at$/i } as const;

function attributesIn(models: readonly Model[]): SchemaStyle["attributes"] {
  const all = models.flatMap(({ fields }) => fields.filter(({ relation }) => relation === null));
  const native = nativeTypes(models);
  return (kind) => {
    switch (kind) {
      case "id":
        return most(all.filter(({ id }) => id).map(written)) ?? " @id";
      case "created":
      case "updated":
      case "deleted":
        return most(all.filter(({ name }) => TIMES[kind].test(name)).map(written)) ?? native("datetime");
      default:
        return native(kind);
    }
  };
}

function written({ attributes }: Field): string {
  return attributes.map(attributeText).join("");
}

/** The banner that stands directly above the first member of a part. */
function bannerOf(known: Known, model: Model, part: Part): string | null {
  const text = textOf(known, model.path);
  const first = firstOf(model, part);
  if (first === undefined) return null;
  const found = model.banners.find(
    ({ span }) => span.end <= first.span.start && text.slice(span.end, first.span.start).trim() === "",
  );
  return found === undefined ? null : text.slice(found.span.start, found.span.end).trimStart();
}

function firstOf(model: Model, part: Part): { readonly span: Field["span"] } | undefined {
  if (part === "indexes") return model.attributes.find(({ kind }) => kind === "index" || kind === "unique");
  if (part === "columns") return model.fields[0];
  return model.fields.find(
    ({ relation }) => relation !== null && relation.fields.length > 0 === (part === "belongs"),
  );
}

function blankAfterFirst(known: Known, { path, fields }: Model): readonly boolean[] {
  const [first, second] = fields.filter(({ relation }) => relation === null);
  if (first === undefined || second === undefined) return [];
  return [/\n[^\S\n]*\r?\n/.test(textOf(known, path).slice(first.span.end, second.span.start))];
}

function paddings(known: Known, { path, fields }: Model): readonly boolean[] {
  const text = textOf(known, path);
  const lines = fields.flatMap(({ relation, span }) =>
    relation === null ? [] : [text.slice(span.start, span.end)],
  );
  return lines.length < 3
    ? []
    : [lines.some((line) => /^\s*\w+ {2,}/.test(line.slice(line.lastIndexOf("\n") + 1)))];
}
