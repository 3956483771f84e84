import type { Span } from "../../../source/edit.js";

/** The white space that the line of a place begins with. */
export function indentAt(text: string, place: number): string {
  const line = text.lastIndexOf("\n", place - 1) + 1;
  return /^[ \t]*/.exec(text.slice(line, place))?.[0] ?? "";
}

/** Behind a node and the comment that ends its line, if nothing else follows in that line. */
export function endOfLine(text: string, end: number): number {
  const rest = /^[^\S\r\n]*,?[^\S\r\n]*(?:\/\/[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(end));
  return rest === null ? end : end + rest[0].length;
}

/** Whole lines with the comments directly above, where a node has lines of its own; else the node and its comma. */
export function removable(text: string, { start, end }: Span): Span {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const last = endOfLine(text, end);
  const isAlone = text.slice(line, start).trim() === "" && /^(?:\r?\n|$)/.test(text.slice(last));
  if (isAlone) {
    const next = text.indexOf("\n", last);
    return { start: aboveComments(text, line), end: next === -1 ? text.length : next + 1 };
  }
  const comma = /^\s*,\s*/.exec(text.slice(end));
  if (comma !== null) return { start, end: end + comma[0].length };
  const before = /,\s*$/.exec(text.slice(0, start));
  return { start: start - (before?.[0].length ?? 0), end };
}

function aboveComments(text: string, line: number): number {
  if (line === 0) return line;
  const above = text.lastIndexOf("\n", line - 2) + 1;
  return text.slice(above, line).trimStart().startsWith("//") ? aboveComments(text, above) : line;
}
