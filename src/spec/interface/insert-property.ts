import type { Splice } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import type { Dto, DtoProperty } from "./interface-spec.js";
import { insideComment } from "../inside-comment.js";

/** A property that is to be written into a DTO. */
export interface PropertyText {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  /** One sentence. */
  readonly doc: string;
  /** Column that it carries, for the tag; null for what is made up of something else. */
  readonly column: string | null;
}

/** Writes a property behind a neighbour; its doc comment looks like the neighbour's, or is left out where that has none. */
export function insertProperty(text: string, dto: Dto, anchor: DtoProperty, property: PropertyText): Splice {
  const eol = eolOf(text);
  const own = text.slice(anchor.span.start, anchor.span.end);
  const lineStart = text.lastIndexOf("\n", anchor.span.start) + 1;
  const lead = text.slice(lineStart, anchor.span.start);
  const indent = /^[ \t]*/.exec(lead + own)?.[0] ?? "  ";
  const rest = text.slice(anchor.span.end);
  const semicolon = own.endsWith(";") ? 0 : (/^\s*;/.exec(rest)?.[0].length ?? 0);
  const at = anchor.span.end + semicolon;
  const spread =
    /^[ \t]*\r?\n[ \t]*\r?\n/.test(text.slice(at)) || /\n[ \t]*\r?\n[ \t]*$/.test(text.slice(0, lineStart));
  const doc = docText(own, dto, property, indent, eol);
  const name = `${property.name}${property.optional ? "?" : ""}`;
  const blank = spread && doc !== "" ? eol : "";
  return { start: at, end: at, text: `${eol}${blank}${doc}${indent}${name}: ${property.type};` };
}

function docText(
  neighbour: string,
  dto: Dto,
  { doc, column }: PropertyText,
  indent: string,
  eol: string,
): string {
  if (!neighbour.trimStart().startsWith("/**")) return "";
  const tag =
    column !== null && dto.properties.some((each) => each.column !== null)
      ? [`@x-autobe-database-schema-property ${column}`]
      : [];
  const single = /^\s*\/\*\*[^\n]*\*\//.test(neighbour);
  const text = insideComment(doc);
  if (single && tag.length === 0) return `${indent}/** ${text} */${eol}`;
  const lines = [text, ...(tag.length === 0 ? [] : ["", ...tag])];
  const body = lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}${eol}`).join("");
  return `${indent}/**${eol}${body}${indent} */${eol}`;
}
