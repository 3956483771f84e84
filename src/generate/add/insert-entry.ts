import { ts } from "ts-morph";
import type { Splice } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";

/**
 * Writes an entry into an object literal, behind the first of the wanted neighbours that it has, else at its end, on a
 * line of its own where its neighbours have one.
 */
export function insertEntry(
  literal: ts.ObjectLiteralExpression,
  behind: readonly string[],
  entry: string,
): Splice {
  const file = literal.getSourceFile();
  const { text } = file;
  const eol = eolOf(text);
  const anchor = anchorOf(literal, behind);
  if (anchor === undefined) {
    const at = literal.getEnd() - 1;
    return { start: literal.getStart(file) + 1, end: at, text: ` ${entry} ` };
  }
  const start = anchor.getStart(file);
  const lineStart = text.lastIndexOf("\n", start) + 1;
  const own = text.slice(lineStart, start).trim() === "";
  if (!own) return { start: anchor.end, end: anchor.end, text: `, ${entry}` };
  const indent = text.slice(lineStart, start);
  const lines = entry.replaceAll("\n", eol + indent);
  const comma = /^\s*,/.exec(text.slice(anchor.end));
  if (comma === null) return { start: anchor.end, end: anchor.end, text: `,${eol}${indent}${lines}` };
  const after = anchor.end + comma[0].length;
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*(?=\r?\n))?/.exec(text.slice(after));
  const at = after + (rest?.[0].trimEnd().length ?? 0);
  return { start: at, end: at, text: `${eol}${indent}${lines},` };
}

/** The name of an entry; null for a spread or a computed one. */
export function entryName(entry: ts.ObjectLiteralElementLike): string | null {
  const { name } = entry;
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : null;
}

function anchorOf(
  { properties }: ts.ObjectLiteralExpression,
  behind: readonly string[],
): ts.ObjectLiteralElementLike | undefined {
  for (const name of behind) {
    const found = properties.find((each) => entryName(each) === name || mentionsKey(each, name));
    if (found !== undefined) return found;
  }
  return properties.at(-1);
}

/** `...(x && { title: x })` holds the entry as well. */
function mentionsKey(entry: ts.ObjectLiteralElementLike, name: string): boolean {
  if (!ts.isSpreadAssignment(entry)) return false;
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node))
      found ||= node.properties.some((each) => entryName(each) === name);
    else ts.forEachChild(node, visit);
  };
  visit(entry.expression);
  return found;
}
