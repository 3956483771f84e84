import { ts } from "ts-morph";
import { localValue } from "./query-walk.js";

/** `Promise.all([a, b])`, `prisma.$transaction([a, b])`: element by element. */
export function listIn(node: ts.Expression): readonly ts.Expression[] | null {
  if (!ts.isCallExpression(node)) return null;
  const [list] = node.arguments;
  return list !== undefined && ts.isArrayLiteralExpression(list) ? list.elements : null;
}

/** What a variable is set to after its declaration; null where that is more than plain assignments. */
export function assignedValues(
  declaration: ts.VariableDeclaration,
  name: string,
): readonly ts.Expression[] | null {
  if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0) return [];
  const values: ts.Expression[] = [];
  let plain = true;
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && ts.isIdentifier(node.left) && node.left.text === name) {
      const kind = node.operatorToken.kind;
      if (kind === ts.SyntaxKind.EqualsToken) values.push(node.right);
      else if (kind > ts.SyntaxKind.EqualsToken && kind <= ts.SyntaxKind.LastAssignment) plain = false;
    }
    const counted = ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node);
    if (counted && ts.isIdentifier(node.operand) && node.operand.text === name)
      plain &&= node.operator === ts.SyntaxKind.ExclamationToken;
    ts.forEachChild(node, visit);
  };
  visit(declaration.parent.parent.parent);
  return plain ? values : null;
}

export function unwrap(node: ts.Expression): ts.Expression {
  if (ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node) || ts.isNonNullExpression(node))
    return unwrap(node.expression);
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return unwrap(node.expression);
  return node;
}

export function rootOf(node: ts.Expression): string {
  if (ts.isPropertyAccessExpression(node)) return rootOf(node.expression);
  return ts.isIdentifier(node) ? node.text : "";
}

/** How an absent value compares with a present one. */
export function compareAbsent(operator: string, other: ts.Expression): boolean | null {
  const falsy = isFalsy(other);
  if (operator === "===" || operator === "==") return falsy;
  if (operator === "!==" || operator === "!=") return !falsy;
  if (operator === ">") return false;
  if (operator === "<=") return true;
  if (operator === ">=") return falsy ? true : isPositive(other) ? false : null;
  if (operator === "<") return falsy ? false : isPositive(other) ? true : null;
  return null;
}

export function isFalsy(node: ts.Expression): boolean {
  const inner = unwrap(node);
  return (
    inner.kind === ts.SyntaxKind.NullKeyword ||
    inner.kind === ts.SyntaxKind.FalseKeyword ||
    /^(undefined|0|""|''|\[\])$/.test(inner.getText())
  );
}

/** A number above zero, also by the name of a constant. */
function isPositive(node: ts.Expression): boolean {
  const inner = unwrap(node);
  const value = ts.isIdentifier(inner) ? localValue(inner) : inner;
  return value !== null && ts.isNumericLiteral(value) && Number(value.text) > 0;
}

export function not(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}
