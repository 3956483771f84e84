import { ts } from "ts-morph";
import { unwrap } from "./expressions.js";

const READS = /^(find(First|Unique|Many)|count)$/;

/**
 * Whether a query asks for rows by the value of a column that is no more: no row has one, so it finds none. Only
 * where the value stands there plainly: what may be left out of a filter may leave the filter out.
 */
export function findsNothing(
  { expression, arguments: values }: ts.CallExpression,
  isGone: (model: string, field: string) => boolean,
): boolean {
  if (!ts.isPropertyAccessExpression(expression) || !READS.test(expression.name.text)) return false;
  const delegate = expression.expression;
  const where = literalAt(values[0], "where");
  if (!ts.isPropertyAccessExpression(delegate) || where === null) return false;
  return where.properties.some(
    (key) => key.name !== undefined && isPlain(key) && isGone(delegate.name.text, key.name.getText()),
  );
}

function literalAt(node: ts.Expression | undefined, name: string): ts.ObjectLiteralExpression | null {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return null;
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property) || property.name.getText() !== name) continue;
    const value = unwrap(property.initializer);
    return ts.isObjectLiteralExpression(value) ? value : null;
  }
  return null;
}

function isPlain(key: ts.ObjectLiteralElementLike): boolean {
  if (ts.isShorthandPropertyAssignment(key)) return true;
  if (!ts.isPropertyAssignment(key)) return false;
  const value = unwrap(key.initializer);
  return ts.isIdentifier(value)
    ? value.text !== "undefined"
    : ts.isPropertyAccessExpression(value) || ts.isStringLiteral(value) || ts.isNumericLiteral(value);
}
