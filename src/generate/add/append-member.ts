import { ts } from "ts-morph";
import type { Splice } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";

/** Longer lines are broken. */
const WIDTH = 80;

/** What members can be added to. */
export type Braces = ts.ObjectLiteralExpression | ts.TypeLiteralNode;

/** Adds members at the end of an object or of an object type, which gets lines of its own if it gets too long. */
export function appendMembers(node: Braces, added: readonly string[]): Splice {
  const file = node.getSourceFile();
  const { text } = file;
  const eol = eolOf(text);
  const isType = ts.isTypeLiteralNode(node);
  const separator = isType ? ";" : ",";
  const members: readonly ts.Node[] = isType ? node.members : node.properties;
  const last = members.at(-1);
  const open = node.getStart(file);
  if (last !== undefined && text.slice(open, node.end).includes("\n")) {
    const start = last.getStart(file);
    const indent = /[ \t]*$/.exec(text.slice(0, start))?.[0] ?? "";
    const end = last.end + (isType ? 0 : (/^\s*,/.exec(text.slice(last.end))?.[0].length ?? 0));
    const closed = text.slice(0, end).endsWith(separator) ? "" : separator;
    const lines = added.map((member) => `${eol}${indent}${member}${separator}`).join("");
    return { start: end, end, text: closed + lines };
  }
  const all = [...members.map((each) => each.getText(file).replace(/[;,]$/, "")), ...added];
  const line = `{ ${all.join(`${separator} `)} }`;
  const lineStart = text.lastIndexOf("\n", open) + 1;
  const lineEnd = text.indexOf("\n", node.end);
  const rest = text.slice(node.end, lineEnd === -1 ? undefined : lineEnd).trimEnd();
  if (open - lineStart + line.length + rest.length <= WIDTH)
    return { start: open, end: node.end, text: line };
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
  const lines = all.map((each) => `${eol}${indent}  ${each}${separator}`).join("");
  return { start: open, end: node.end, text: `{${lines}${eol}${indent}}` };
}
