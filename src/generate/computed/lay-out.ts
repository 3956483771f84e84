import { ts } from "ts-morph";
import type { Splice } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import { insertEntry } from "../add/insert-entry.js";
import { formatCode } from "../create/text/format-code.js";

/** Writes an entry into an object literal; a line that gets too long by that is broken. */
export function insertLaidOut(
  literal: ts.ObjectLiteralExpression,
  behind: readonly string[],
  entry: string,
  width: number,
): Splice {
  const whole = entryInLine(literal);
  if (whole === null) return insertEntry(literal, behind, layOut(entry, literal, width));
  return inWhole(whole, insertEntry(literal, behind, entry), width);
}

/** Writes an expression in the place of another one; a line that gets too long by that is broken. */
export function insteadOf(node: ts.Expression, written: string, width: number): Splice {
  const splice = { start: node.getStart(), end: node.end, text: written };
  const whole = entryInLine(node);
  return whole === null ? splice : inWhole(whole, splice, width);
}

/** A splice inside of an entry, or that entry written again in lines where its own gets too long. */
function inWhole(whole: Entry, splice: Splice, width: number): Splice {
  const { text } = whole.getSourceFile();
  const [start, { end }] = [whole.getStart(), whole];
  const lineStart = text.lastIndexOf("\n", start) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? "";
  if (line.length + splice.text.length - (splice.end - splice.start) <= width) return splice;
  const after = text.slice(start, splice.start) + splice.text + text.slice(splice.end, end);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  const lines = layOut(after, whole.parent, width).split("\n");
  return { start, end, text: lines.join(`${eolOf(text)}${indent}`) };
}

type Entry = ts.PropertyAssignment & { readonly parent: ts.ObjectLiteralExpression };

/** The widest entry that stands in one line with a value of it; null where the value has lines of its own. */
function entryInLine(node: ts.Expression): Entry | null {
  let found: Entry | null = null;
  for (let at: ts.Node = node; !/[\r\n]|\/[/*]/.test(at.getText()) && !ts.isStatement(at); at = at.parent)
    if (ts.isPropertyAssignment(at)) found = at;
  return found;
}

/** An entry of an object literal as it stands there: in one line, or broken as formatters do. */
export function layOut(entry: string, literal: ts.ObjectLiteralExpression, width: number): string {
  const room = width - indentOf(literal) - 1;
  if (entry.length <= room && !entry.includes("\n")) return entry;
  const lines = formatCode(`const entry = { ${entry} };`, room + 2)
    .trimEnd()
    .split("\n");
  if (lines.length < 3) return entry;
  const inner = lines.slice(1, -1).map((line) => line.replace(/^ {2}/, ""));
  return inner.join("\n").replace(/,$/, "");
}

/** Columns in front of the entries of a literal. */
function indentOf(literal: ts.ObjectLiteralExpression): number {
  const file = literal.getSourceFile();
  const [first] = literal.properties;
  const at = first?.getStart(file) ?? literal.getStart(file);
  const lineStart = file.text.lastIndexOf("\n", at) + 1;
  return /^[ \t]*/.exec(file.text.slice(lineStart))?.[0].length ?? 0;
}
