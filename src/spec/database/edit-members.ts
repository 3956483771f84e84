import type { Splice } from "../../source/edit.js";
import type { Field, Model } from "./database-spec.js";

/** Gives a field another default, its first one, or none. `value` is the argument of `@default(…)`. */
export function setDefault(text: string, field: Field, value: string | null): Splice {
  const old = field.attributes.find(({ name }) => name === "default");
  if (old === undefined) {
    const at = endOfType(text, field);
    return { start: at, end: at, text: value === null ? "" : ` @default(${value})` };
  }
  if (value !== null) return { ...old.span, text: `@default(${value})` };
  // The blanks in front of it go too, so that what stands behind keeps its distance.
  const before = text.slice(field.span.start, old.span.start);
  return { start: old.span.start - (before.length - before.trimEnd().length), end: old.span.end, text: "" };
}

/** Gives a field another type, with what the database has beside it; whether it may be empty stays. */
export function setType(text: string, field: Field, type: string, native: string): readonly Splice[] {
  const end = endOfType(text, field);
  const mark = field.optional ? 1 : 0;
  const start = end - mark - field.type.length;
  const old = field.attributes.filter(({ name }) => name.startsWith("db."));
  const [first, ...others] = old;
  const gone = (span: Field["span"], replacement: string): Splice => {
    const before = text.slice(field.span.start, span.start);
    return {
      start: span.start - (before.length - before.trimEnd().length),
      end: span.end,
      text: replacement,
    };
  };
  const written = native === "" ? "" : ` ${native.trim()}`;
  const at = field.attributes.at(-1)?.span.end ?? end;
  return [
    { start, end: end - mark, text: type },
    ...(first !== undefined
      ? [gone(first.span, written)]
      : written === ""
        ? []
        : [{ start: at, end: at, text: written }]),
    ...others.map(({ span }) => gone(span, "")),
  ];
}

/** Lets a field be empty, or not. */
export function setOptional(text: string, field: Field, optional: boolean): Splice {
  const end = endOfType(text, field);
  if (optional) return { start: end, end, text: "?" };
  return text[end - 1] === "?" ? { start: end - 1, end, text: "" } : { start: end, end, text: "" };
}

/** Where a field's type ends, its `?` or `[]` included; attributes stand behind. */
function endOfType(text: string, field: Field): number {
  const [first] = field.attributes;
  if (first !== undefined) {
    const before = text.slice(field.span.start, first.span.start);
    return field.span.start + before.trimEnd().length;
  }
  const line = text.lastIndexOf("\n", field.span.end - 1) + 1;
  const written = text.slice(line, field.span.end);
  const match = new RegExp(`${field.name}\\s+${field.type}(\\?|\\[\\])?`).exec(written);
  return match === null ? field.span.end : line + match.index + match[0].length;
}

/** Adds a block attribute such as `@@index([a])`: behind the last one of its kind, else behind all, else at the end. */
export function addBlockAttribute(text: string, model: Model, kind: string, written: string): Splice {
  const own = model.attributes.filter((each) => each.kind === kind).at(-1);
  const last = own ?? model.attributes.at(-1);
  const eol = /\r\n/.test(text) ? "\r\n" : "\n";
  if (last !== undefined) {
    const start = text.lastIndexOf("\n", last.span.start) + 1;
    const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? "  ";
    return { start: last.span.end, end: last.span.end, text: `${eol}${indent}${written}` };
  }
  const close = text.lastIndexOf("\n", model.span.end - 1) + 1;
  return { start: close, end: close, text: `${eol}  ${written}${eol}` };
}

/** A block attribute with its line. */
export function removeBlockAttribute(
  text: string,
  span: { readonly start: number; readonly end: number },
): Splice {
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const end = text.indexOf("\n", span.end);
  return { start, end: end === -1 ? text.length : end + 1, text: "" };
}
