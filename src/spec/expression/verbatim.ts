import { ts } from "ts-morph";
import { createSource } from "../../source/parse-typescript.js";

/** Code as an expression, in parentheses where its neighbours could take it apart. */
export function verbatimExpression(code: string): ts.Expression {
  const text = ts.factory.createIdentifier(code);
  const [statement] = createSource("raw.ts", `(${code})`).statements;
  const inner =
    statement !== undefined &&
    ts.isExpressionStatement(statement) &&
    ts.isParenthesizedExpression(statement.expression)
      ? statement.expression.expression
      : null;
  const stands = inner !== null && STANDS_ALONE.has(inner.kind);
  return stands ? text : ts.factory.createParenthesizedExpression(text);
}

/** Code as a statement; the factory writes texts of JSX as they are, and no semicolon behind them. */
export function verbatimStatement(code: string): ts.Statement {
  return ts.factory.createJsxText(code) as ts.Node as ts.Statement;
}

/** A type as it is written. */
export function verbatimType(type: string): ts.TypeNode {
  return ts.factory.createTypeReferenceNode(type);
}

const STANDS_ALONE: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.ElementAccessExpression,
  ts.SyntaxKind.Identifier,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.BigIntLiteral,
  ts.SyntaxKind.PropertyAccessExpression,
  ts.SyntaxKind.ThisKeyword,
]);
