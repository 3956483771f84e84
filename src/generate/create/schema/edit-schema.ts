import { applySplices, type Edit, type Splice } from "../../../source/edit.js";
import { groupBy } from "../../../util/group-by.js";
import type { Field } from "../../../spec/database/database-spec.js";
import { type Known, textOf } from "../known.js";
import type { NewModel, NewRelation } from "../new-model.js";
import { printModel } from "./print-model.js";
import { readSchemaStyle, type SchemaStyle } from "./schema-style.js";

/** The schema with a new model at the end of its file, and the other ends of its relations where they lead. */
export function editSchema(model: NewModel, known: Known): readonly Edit[] {
  const style = readSchemaStyle(known);
  const relations = groupBy(model.relations, ({ target }) => target.path);
  const paths = new Set([model.path, ...relations.keys()]);
  return [...paths].map((path) => {
    const before = textOf(known, path);
    const splices = (relations.get(path) ?? []).map((relation) => otherEnd(model, relation, before, style));
    const after = applySplices(before, splices);
    return { path, before, after: path === model.path ? append(after, printModel(model, known)) : after };
  });
}

function append(text: string, model: string): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const end = /\n\s*$/.test(text) ? "" : eol;
  return `${text}${end}${eol}${model.replaceAll("\n", eol)}`;
}

/** The list at the other end: behind the lists that its model has, else in a part of its own. */
function otherEnd(model: NewModel, relation: NewRelation, text: string, style: SchemaStyle): Splice {
  const { target, opposite, tie } = relation;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const type = `${model.table}[]${tie === null ? "" : ` @relation("${tie}")`}`;
  const relations = target.fields.filter((field) => field.relation !== null);
  const lists = relations.filter(({ list }) => list);
  const beside = lists.at(-1) ?? (style.banner("has") === null ? relations.at(-1) : undefined);
  if (beside !== undefined) {
    const at = beside.span.end;
    return {
      start: at,
      end: at,
      text: `${eol}  ${opposite}${style.aligned ? gapLike(beside, opposite, text) : " "}${type}`,
    };
  }
  const banner = style.banner("has");
  const lines = [...(banner?.split(/\r?\n/).map((line) => line.trim()) ?? []), `${opposite} ${type}`];
  const last = target.fields.at(-1)?.span.end ?? target.span.start;
  const block = lines.map((line) => `${eol}  ${line}`).join("");
  return { start: last, end: last, text: `${eol}${block}` };
}

/** Blanks up to the column in which the neighbour's type stands. */
function gapLike({ span, name, type }: Field, own: string, text: string): string {
  const line = text.slice(text.lastIndexOf("\n", span.end - 1) + 1, span.end);
  const gap = new RegExp(`${name}(\\s+)${type}`).exec(line)?.[1] ?? " ";
  return " ".repeat(Math.max(1, name.length + gap.length - own.length));
}
