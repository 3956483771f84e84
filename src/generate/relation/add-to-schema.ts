import type { Edit, Splice } from "../../source/edit.js";
import { type PlacedSplice, spliceFiles } from "../../source/splice-files.js";
import { eolOf } from "../../source/eol.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { addBlockAttribute } from "../../spec/database/edit-members.js";
import { insertField } from "../../spec/database/insert-field.js";
import { type Known, textOf } from "../create/known.js";
import { capital, partsOf } from "../create/conventions/spelling.js";
import { otherEnd } from "../create/schema/edit-schema.js";
import { readSchemaStyle, type SchemaStyle } from "../create/schema/schema-style.js";
import type { NewRelation } from "./new-relation.js";

/** Declares relations at both ends, with their columns and indexes. */
export function addToSchema(relations: readonly NewRelation[], known: Known): readonly Edit[] {
  const style = readSchemaStyle(known);
  const splices: PlacedSplice[] = [];
  const add = (path: string, splice: Splice): unknown => splices.push({ path, ...splice });
  /** Models that have another end by now, and the banner above it. */
  const led = new Set<Model>();
  for (const relation of relations) {
    const { model, target, column, unique } = relation;
    const text = textOf(known, model.path);
    add(model.path, insertField(text, model, columnText(relation)));
    add(model.path, ownEnd(relation, text, style));
    const own = target === model && style.banner("has") === style.banner("belongs");
    const bare = target.fields.every((field) => field.relation === null);
    const headed = !led.has(target) && !(own && bare);
    led.add(target);
    add(target.path, otherEnd(model.name, { ...relation, headed }, textOf(known, target.path), style));
    const kind = unique ? "unique" : "index";
    add(model.path, addBlockAttribute(text, model, kind, `@@${kind}([${column}])`));
  }
  return spliceFiles(known.backend, splices);
}

function columnText({ name, column, target, maker, filled }: NewRelation): Parameters<typeof insertField>[2] {
  const id = target.fields.find((field) => field.id);
  const native = id?.attributes.filter((each) => each.name.startsWith("db.")) ?? [];
  const doc =
    maker === null
      ? `${capital(partsOf(name).join(" "))}'s {@link ${target.name}.id}${filled === null ? ", if any" : ""}.`
      : `Maker's {@link ${target.name}.id}, if known.`;
  return {
    name: column,
    type: `${id?.type ?? "String"}${filled === null ? "?" : ""}`,
    attributes: native.map((each) => `@${each.name}${each.argument === "" ? "" : `(${each.argument})`}`),
    doc,
  };
}

/** The end that holds the key: behind the last of its kind, else in front of the lists, in a part of its own. */
function ownEnd(relation: NewRelation, text: string, style: SchemaStyle): Splice {
  const { model, name, column, target, tie, onDelete, filled } = relation;
  const eol = eolOf(text);
  const id = target.fields.find((field) => field.id)?.name ?? "id";
  const parts = [
    ...(tie === null ? [] : [`"${tie}"`]),
    `fields: [${column}]`,
    `references: [${id}]`,
    ...(onDelete === null ? [] : [`onDelete: ${onDelete}`]),
  ];
  const attribute = `@relation(${parts.join(", ")})`;
  const related = model.fields.filter((field) => field.relation !== null);
  const beside = related.filter(({ relation }) => (relation?.fields.length ?? 0) > 0).at(-1);
  const [list] = related;
  const near = beside ?? list;
  const line = `${name}${near === undefined || !style.aligned ? " " : gap(near, name, text, 0)}${target.name}${filled === null ? "?" : ""}`;
  const written = `${line}${near === undefined || !style.aligned ? " " : gap(near, line, text, 1)}${attribute}`;
  if (beside !== undefined) return insertion(beside.span.end, `${eol}  ${written}`);
  const banner =
    style
      .banner("belongs")
      ?.split(/\r?\n/)
      .map((each) => `  ${each.trim()}${eol}`)
      .join("") ?? "";
  if (list === undefined) return insertion(lastColumn(model), `${eol}${eol}${banner}  ${written}`);
  const above = model.banners.findLast(({ span }) => span.end <= list.span.start);
  const near0 = above !== undefined && text.slice(above.span.end, list.span.start).trim() === "";
  const start = text.lastIndexOf("\n", near0 ? above.span.start : list.span.start) + 1;
  // One banner may stand above both kinds of relations.
  const shared = near0 && lines(text.slice(above.span.start, above.span.end)) === lines(banner);
  return shared || banner === ""
    ? insertion(text.lastIndexOf("\n", list.span.start) + 1, `  ${written}${eol}`)
    : insertion(start, `${banner}  ${written}${eol}${eol}`);
}

function insertion(at: number, text: string): Splice {
  return { start: at, end: at, text };
}

function lines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

function lastColumn(model: Model): number {
  return model.fields.at(-1)?.span.end ?? model.span.end;
}

/** Blanks up to where the neighbour's type (0) or its attribute (1) stands. */
function gap({ span }: Field, written: string, text: string, part: 0 | 1): string {
  const line = text.slice(text.lastIndexOf("\n", span.end - 1) + 1, span.end).trimStart();
  const [, first = "", second] = /^(\S+\s+)(\S+\s+)?/.exec(line) ?? [];
  const width = part === 0 ? first.length : second === undefined ? 0 : first.length + second.length;
  return " ".repeat(Math.max(1, width - written.length));
}
