import type { Splice } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import type { Field, Model } from "./database-spec.js";

/** A column that is to be written into a model. */
export interface FieldText {
  readonly name: string;
  /** "String?", "Int". */
  readonly type: string;
  /** "@default(0)", "@db.Uuid", in the order in which they stand. */
  readonly attributes: readonly string[];
  /** One sentence. */
  readonly doc: string;
}

/** Writes a column behind the last plain one, in front of the timestamps that end a table; like its neighbours look. */
export function insertField(text: string, model: Model, field: FieldText): Splice {
  const eol = eolOf(text);
  const above = columnsBefore(model).at(-1) ?? model.fields[0];
  if (above === undefined) return { start: model.span.end, end: model.span.end, text: "" };
  const own = text.slice(above.span.start, above.span.end);
  const line = own.slice(own.lastIndexOf("\n") + 1);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "  ";
  // Where columns are separated by blank lines, or have comments, each stands for itself.
  const spread = above.doc !== "" || /\n[ \t]*\r?\n$/.test(text.slice(0, above.span.start));
  const doc = above.doc === "" ? "" : `${indent}/// ${field.doc}${eol}`;
  const written = [aligned(line, field, spread), ...field.attributes].join(" ");
  return {
    start: above.span.end,
    end: above.span.end,
    text: `${eol}${spread ? eol : ""}${doc}${indent}${written}`,
  };
}

/** The columns that a new one stands behind, in their order. */
export function columnsBefore(model: Model): readonly Field[] {
  const columns = model.fields.filter((field) => field.relation === null && !field.list);
  const last = columns.findLastIndex(({ name }) => !TIMESTAMPS.test(name));
  return columns.slice(0, last + 1);
}

const TIMESTAMPS = /^(created|updated|deleted)_?at$/i;

/** Columns without a blank line between them stand in columns of text. */
function aligned(line: string, { name, type }: FieldText, spread: boolean): string {
  const [, first = "", gap = " ", second = "", behind = ""] = /^\s*(\S+)(\s+)(\S+)(\s*)/.exec(line) ?? [];
  if (spread) return `${name} ${type}`;
  const padded = name.padEnd(first.length + gap.length - 1);
  return behind.trim() === "" && behind.length > 1
    ? `${padded} ${type.padEnd(second.length + behind.length - 1)}`
    : `${padded} ${type}`;
}
