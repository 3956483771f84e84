import { ts } from "ts-morph";
import type { Expression } from "./expression.js";
import { ASSIGNS, BINARIES, LOGICALS, operatorOf, STEPS, UNARIES } from "./operators.js";
import type { Reader } from "./reader.js";

/** Operators and what they work on; null for anything else. */
export function readOperator(node: ts.Expression, read: Reader): Expression | null {
  if (ts.isBinaryExpression(node)) return readBinary(node, read);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return readUnary(node, read);
  if (ts.isVoidExpression(node))
    return { kind: "unary", operator: "void", operand: read.expression(node.expression) };
  if (ts.isDeleteExpression(node))
    return { kind: "unary", operator: "delete", operand: read.expression(node.expression) };
  if (ts.isConditionalExpression(node))
    return {
      kind: "conditional",
      condition: read.expression(node.condition),
      then: read.expression(node.whenTrue),
      otherwise: read.expression(node.whenFalse),
    };
  if (ts.isTypeOfExpression(node)) return { kind: "typeof", operand: read.expression(node.expression) };
  if (ts.isAwaitExpression(node)) return { kind: "await", value: read.expression(node.expression) };
  if (ts.isSatisfiesExpression(node))
    return { kind: "satisfies", value: read.expression(node.expression), type: node.type.getText() };
  if (ts.isAsExpression(node))
    return { kind: "as", value: read.expression(node.expression), type: node.type.getText() };
  return null;
}

function readBinary(node: ts.BinaryExpression, read: Reader): Expression | null {
  const token = node.operatorToken.kind;
  const sides = (): { left: Expression; right: Expression } => ({
    left: read.expression(node.left),
    right: read.expression(node.right),
  });
  const binary = operatorOf(BINARIES, token);
  if (binary !== null) return { kind: "binary", operator: binary, ...sides() };
  const logical = operatorOf(LOGICALS, token);
  if (logical !== null) return { kind: "logical", operator: logical, ...sides() };
  if (token === ts.SyntaxKind.InKeyword) {
    const { left, right } = sides();
    return { kind: "in", key: left, object: right };
  }
  const assign = operatorOf(ASSIGNS, token);
  // A pattern such as `[a, b] = …` looks like a literal, but it is none.
  if (assign === null || ts.isArrayLiteralExpression(node.left) || ts.isObjectLiteralExpression(node.left))
    return null;
  const { left, right } = sides();
  return { kind: "assign", operator: assign, target: left, value: right };
}

function readUnary(
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  read: Reader,
): Expression | null {
  const step = operatorOf(STEPS, node.operator);
  const operand = read.expression(node.operand);
  if (step !== null)
    return { kind: "step", operator: step, target: operand, prefix: ts.isPrefixUnaryExpression(node) };
  const unary = operatorOf(UNARIES, node.operator);
  return unary === null ? null : { kind: "unary", operator: unary, operand };
}
