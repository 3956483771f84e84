import { ts } from "ts-morph";
import type { Declarations } from "./declarations.js";

const NUMBERS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
]);

/** Whether an expression is a number for sure, whatever its type says. */
export function isNumber(node: ts.Expression, declarations: Declarations): boolean {
  const number = (each: ts.Expression): boolean => isNumber(each, declarations);
  if (ts.isNumericLiteral(node)) return true;
  if (ts.isParenthesizedExpression(node)) return number(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return node.operator !== ts.SyntaxKind.ExclamationToken;
  if (ts.isBinaryExpression(node))
    return (
      NUMBERS.has(node.operatorToken.kind) ||
      (node.operatorToken.kind === ts.SyntaxKind.PlusToken && number(node.left) && number(node.right))
    );
  if (!ts.isIdentifier(node)) return false;
  const declared = declarations.of(node);
  return declared.length > 0 && declared.every((each) => isConstant(each, node) && number(each.initializer));
}

/** The name in its own value says nothing. */
function isConstant(
  node: ts.Declaration,
  name: ts.Identifier,
): node is ts.VariableDeclaration & { readonly initializer: ts.Expression } {
  return (
    ts.isVariableDeclaration(node) &&
    node.initializer !== undefined &&
    (node.parent.flags & ts.NodeFlags.Const) !== 0 &&
    (name.pos < node.pos || name.pos >= node.end)
  );
}
