import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import { scopeOf } from "../names/context.js";
import { meaningsOf, type Meaning } from "../names/resolve.js";

/** An expression that others read members from: `row`, `props.body`, `row.author?`. */
export interface Receiver {
  /** As written; ends with a question mark where it may be missing. */
  readonly text: string;
  /** Members that are read from it. */
  readonly reads: ReadonlySet<string>;
}

/**
 * What the entries of an object literal read accepted members from; the one most of them read from, null where none
 * does. Functions and objects inside the entries are values of their own.
 */
export function receiverOf(
  literal: ts.ObjectLiteralExpression,
  program: TypedProgram,
  accepts: (meaning: Meaning) => boolean,
): Receiver | null {
  const found = new Map<string, Set<string>>();
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node) || ts.isFunctionLike(node)) return;
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name)) {
      if (meaningsOf(node.name, program).some(accepts)) {
        const text = node.expression.getText() + (node.questionDotToken === undefined ? "" : "?");
        found.set(text, (found.get(text) ?? new Set()).add(node.name.text));
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const entry of literal.properties) {
    if (ts.isPropertyAssignment(entry)) visit(entry.initializer);
    if (ts.isSpreadAssignment(entry)) visit(entry.expression);
  }
  const [best] = [...found].sort(([, a], [, b]) => b.size - a.size);
  return best === undefined ? null : { text: best[0], reads: best[1] };
}

/**
 * An expression of the function around a node whose members are accepted ones, written as it can be written at that
 * node: `props.body`, or a variable taken from it.
 */
export function receiverInScope(
  node: ts.Node,
  program: TypedProgram,
  accepts: (meaning: Meaning) => boolean,
): Receiver | null {
  let found: Receiver | null = null;
  const visit = (at: ts.Node): void => {
    if (found !== null || at.pos > node.pos) return;
    if (ts.isPropertyAccessExpression(at) && ts.isIdentifier(at.name) && isPath(at.expression)) {
      if (meaningsOf(at.name, program).some(accepts))
        found = { text: at.expression.getText(), reads: new Set([at.name.text]) };
    }
    ts.forEachChild(at, visit);
  };
  for (let scope = scopeOf(node); found === null && !ts.isSourceFile(scope); scope = scopeOf(scope))
    visit(scope);
  return found;
}

/** `body`, `props.body`. */
function isPath(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || (ts.isPropertyAccessExpression(node) && isPath(node.expression));
}
