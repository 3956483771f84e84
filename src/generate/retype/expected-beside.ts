import { ts } from "ts-morph";
import { literalOf } from "./literals.js";

/** The literals of an expectation in which a value is read, its title aside: `equals("names", rows.map((row) => row.name), ["a"])`. */
export function expectedBeside(read: ts.Node): readonly ts.Expression[] {
  const call = expectationAround(read);
  if (call === null) return [];
  const [title] = call.arguments;
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (node === title && ts.isStringLiteralLike(node)) return;
    if (ts.isExpression(node) && literalOf(node) !== null) found.push(node);
    else ts.forEachChild(node, visit);
  };
  for (const argument of call.arguments) visit(argument);
  return found;
}

function expectationAround(node: ts.Node): ts.CallExpression | null {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isCallExpression(at) && /^TestValidator\b/.test(at.expression.getText())) return at;
    if (ts.isStatement(at)) return null;
  }
  return null;
}
