import { ts } from "ts-morph";

/** Whether a value that may be empty cannot stand where this one does: something is asked of it, or computed with it. */
export function isValueNeeded(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return parent.expression === node && parent.questionDotToken === undefined;
  if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent)) return isValueNeeded(parent);
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent))
    return parent.expression === node || !/^(TestValidator|typia)\b/.test(parent.expression.getText());
  if (ts.isBinaryExpression(parent)) return COMPUTING.has(parent.operatorToken.kind);
  return ts.isSpreadElement(parent) || (ts.isForOfStatement(parent) && parent.expression === node);
}

const COMPUTING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
]);
