import { ts } from "ts-morph";
import { widthOf } from "../../generate/create/code/code-style.js";
import { formatIfParses } from "../../generate/create/text/format-code.js";
import { applySplices } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import type { BodyStatement } from "../../spec/body/body.js";
import { patchBody } from "../../spec/body/patch/patch-body.js";
import { indentAt } from "../../spec/body/patch/lines.js";
import { printBody } from "../../spec/body/print-body.js";
import { deriveImports } from "./derive-imports.js";
import { functionOf, type Target } from "./target.js";

/** The text of the target's file with other statements in its body, and imports of what they name. */
export function writeBody(target: Target, statements: readonly BodyStatement[]): string {
  const { text, body, isStub, operation, path, backend, spec } = target;
  const written = isStub || body === null ? wholeBody(target, statements) : patchBody(text, body, statements);
  const piece = functionOf(operation, written)?.node.getText() ?? "";
  return applySplices(written, deriveImports(written, piece, path, backend, spec));
}

/** The body written anew; a function of its own is laid out as its file is. */
function wholeBody(
  { text, written: { node, body }, backend }: Target,
  statements: readonly BodyStatement[],
): string {
  const start = node.getStart();
  const own = ts.isFunctionDeclaration(node) && ts.isSourceFile(node.parent);
  const indent = indentAt(text, start);
  const block = `{\n${indent}  ${printBody(statements, `${indent}  `)}\n${indent}}`;
  const piece = text.slice(start, body.getStart()) + block;
  const laidOut = own ? formatIfParses(piece, widthOf({ backend })).trimEnd() : piece;
  return text.slice(0, start) + laidOut.replace(/\r?\n/g, eolOf(text)) + text.slice(body.end);
}
