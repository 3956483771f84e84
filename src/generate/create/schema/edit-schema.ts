import { applySplices, type Edit, type Splice } from "../../../source/edit.js";
import { eolOf } from "../../../source/eol.js";
import { groupBy } from "../../../util/group-by.js";
import type { Field, Model } from "../../../spec/database/database-spec.js";
import { type Known, textOf } from "../known.js";
import type { NewModel } from "../new-model.js";
import { printModel } from "./print-model.js";
import { readSchemaStyle, type SchemaStyle } from "./schema-style.js";

/** The schema with a new model at the end of its file, and the other ends of its relations where they lead. */
export function editSchema(model: NewModel, known: Known): readonly Edit[] {
  const style = readSchemaStyle(known);
  const relations = groupBy(model.relations, ({ target }) => target.path);
  const paths = new Set([model.path, ...relations.keys()]);
  return [...paths].map((path) => {
    const before = textOf(known, path);
    const splices = (relations.get(path) ?? []).map((relation) =>
      otherEnd(model.table, relation, before, style),
    );
    const after = applySplices(before, splices);
    return { path, before, after: path === model.path ? append(after, printModel(model, known)) : after };
  });
}

function append(text: string, model: string): string {
  const eol = eolOf(text);
  const end = /\n\s*$/.test(text) ? "" : eol;
  return `${text}${end}${eol}${model.replaceAll("\n", eol)}`;
}

/** An end that holds no key: where it leads, and what it is called there. */
export interface OtherEnd {
  readonly target: Model;
  readonly opposite: string;
  readonly tie: string | null;
  /** Whether it is one row at most. */
  readonly unique?: boolean;
  /** Whether a part of its own gets a banner; left out for yes. */
  readonly headed?: boolean;
}

/** The other end of a relation that a table holds: behind the lists that its model has, else in a part of its own. */
export function otherEnd(table: string, relation: OtherEnd, text: string, style: SchemaStyle): Splice {
  const { target, opposite, tie, unique = false, headed = true } = relation;
  const eol = eolOf(text);
  const type = `${table}${unique ? "?" : "[]"}${tie === null ? "" : ` @relation("${tie}")`}`;
  const relations = target.fields.filter((field) => field.relation !== null);
  const lists = relations.filter(({ list }) => list);
  const banner = style.banner("has");
  // Where one banner stands above both kinds, so do they stand together.
  const together = banner === null || banner === style.banner("belongs");
  const beside = lists.at(-1) ?? (together ? relations.at(-1) : undefined);
  if (beside !== undefined) {
    const at = beside.span.end;
    return {
      start: at,
      end: at,
      text: `${eol}  ${opposite}${style.aligned ? gapLike(beside, opposite, text) : " "}${type}`,
    };
  }
  const lines = [
    ...((headed ? banner : null)?.split(/\r?\n/).map((line) => line.trim()) ?? []),
    `${opposite} ${type}`,
  ];
  const last = target.fields.at(-1)?.span.end ?? target.span.start;
  const block = lines.map((line) => `${eol}  ${line}`).join("");
  return { start: last, end: last, text: headed ? `${eol}${block}` : block };
}

/** Blanks up to the column in which the neighbour's type stands. */
function gapLike({ span, name, type }: Field, own: string, text: string): string {
  const line = text.slice(text.lastIndexOf("\n", span.end - 1) + 1, span.end);
  const gap = new RegExp(`${name}(\\s+)${type}`).exec(line)?.[1] ?? " ";
  return " ".repeat(Math.max(1, name.length + gap.length - own.length));
}
