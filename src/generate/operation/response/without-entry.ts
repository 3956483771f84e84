import type { ts } from "ts-morph";
import type { Splice } from "../../../source/edit.js";

/** An entry with the comma behind it, and what leads to it. */
export function withoutEntry(entry: ts.ObjectLiteralElementLike): Splice {
  const { text } = entry.getSourceFile();
  const comma = /^\s*,/.exec(text.slice(entry.end))?.[0].length ?? 0;
  return { start: entry.getFullStart(), end: entry.end + comma, text: "" };
}
