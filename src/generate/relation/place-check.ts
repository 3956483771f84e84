import type { ts } from "ts-morph";
import { eolOf } from "../../source/eol.js";
import type { Splice } from "../../source/edit.js";
import { formatCode } from "../create/text/format-code.js";

/** Statements in front of another one, with a blank line between. */
export function placeCheck(code: string, statement: ts.Statement, width: number): Splice {
  const { text } = statement.getSourceFile();
  const eol = eolOf(text);
  const at = statement.getStart();
  const indent = /[ \t]*$/.exec(text.slice(0, at))?.[0] ?? "";
  const laidOut = formatCode(code, width - indent.length).trimEnd();
  const lines = laidOut.split("\n").map((line) => (line === "" ? "" : indent + line));
  return { start: at, end: at, text: `${lines.join(eol).trimStart()}${eol}${eol}${indent}` };
}
