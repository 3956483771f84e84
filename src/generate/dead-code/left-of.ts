import { ts } from "ts-morph";
import type { Deadness } from "./deadness.js";

/** What is left of a node: itself, or a descendant that stands for it, out of the round brackets that it needs no more. */
export function leftOf(state: Deadness, node: ts.Node): ts.Node {
  let at = node;
  for (;;) {
    const by = state.replaced.get(at);
    if (by !== undefined && typeof by !== "string") at = by;
    else if (by === undefined && ts.isParenthesizedExpression(at) && isIdle(state, node, at))
      at = at.expression;
    else return at;
  }
}

/** Whether round brackets say nothing where a node stood that they now stand for, or that lost a part in them. */
function isIdle(state: Deadness, node: ts.Node, brackets: ts.ParenthesizedExpression): boolean {
  if (node === brackets && !state.replaced.has(brackets.expression)) return false;
  const inner = innermost(state, brackets.expression);
  if (inner === null) return true;
  const { parent } = node;
  if (ts.isArrowFunction(parent) && startsAsBlock(inner)) return false;
  if (isOperand(inner)) return bindsLess(parent, inner);
  if (!ts.isBinaryExpression(inner) || isComma(inner)) return false;
  if (ts.isBinaryExpression(parent)) return isPlainIn(parent, inner);
  return isWhole(parent, node) && (isStatement(parent) || !spreads(inner));
}

/** What will stand in brackets; null if it is a text, as `null` and `0` are. */
function innermost(state: Deadness, node: ts.Node): ts.Node | null {
  for (let at = node; ;) {
    const by = state.replaced.get(at);
    if (typeof by === "string") return null;
    if (by !== undefined) at = by;
    else if (ts.isParenthesizedExpression(at) && state.replaced.has(at.expression)) at = at.expression;
    else return at;
  }
}

/** Whether an expression holds together without brackets wherever an operand stands. */
function isOperand(node: ts.Node): boolean {
  return (
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isLiteralExpression(node) ||
    ts.isTemplateExpression(node) ||
    ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isPrefixUnaryExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isTypeOfExpression(node) ||
    TOKENS.has(node.kind)
  );
}

const TOKENS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.ThisKeyword,
]);

/** Whether what is around an operand takes no more of it, or less, than it did with brackets. */
function bindsLess(parent: ts.Node, inner: ts.Node): boolean {
  const isAccess =
    ts.isPropertyAccessExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isCallExpression(parent) ||
    ts.isNewExpression(parent) ||
    ts.isNonNullExpression(parent);
  if (ts.isExpressionStatement(parent)) return !startsAsBlock(inner);
  if (ts.isPrefixUnaryExpression(parent)) return !ts.isPrefixUnaryExpression(inner);
  if (!isAccess) return true;
  if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && !isCallee(parent, inner)) return true;
  const isChain = (inner.flags & ts.NodeFlags.OptionalChain) !== 0;
  return (
    !isChain &&
    !ts.isNumericLiteral(inner) &&
    !ts.isPrefixUnaryExpression(inner) &&
    !ts.isAwaitExpression(inner) &&
    !ts.isTypeOfExpression(inner) &&
    !startsAsBlock(inner)
  );
}

function isCallee(call: ts.CallExpression | ts.NewExpression, inner: ts.Node): boolean {
  return call.expression.pos <= inner.pos && inner.end <= call.expression.end;
}

function startsAsBlock(node: ts.Node): boolean {
  return node.getText().startsWith("{");
}

/** A comparison in a row of conditions, and a row in a row of its own kind. */
function isPlainIn(parent: ts.BinaryExpression, inner: ts.BinaryExpression): boolean {
  const around = parent.operatorToken.getText();
  const own = inner.operatorToken.getText();
  if (/^(&&|\|\|)$/.test(around)) return own === around || /^[=!]==?$|^[<>]=?$/.test(own);
  return around === "=" && !spreads(inner);
}

function isComma(node: ts.BinaryExpression): boolean {
  return node.operatorToken.kind === ts.SyntaxKind.CommaToken;
}

/** Whether a node is all that its parent has in its place. */
function isWhole(parent: ts.Node, node: ts.Node): boolean {
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression !== node;
  if (ts.isElementAccessExpression(parent)) return parent.argumentExpression === node;
  return (
    ts.isIfStatement(parent) ||
    ts.isWhileStatement(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isTemplateSpan(parent) ||
    ts.isArrowFunction(parent) ||
    ts.isConditionalExpression(parent)
  );
}

/** Round brackets of its own stand around the condition of a statement. */
function isStatement(node: ts.Node): boolean {
  return ts.isIfStatement(node) || ts.isWhileStatement(node);
}

/** Over several lines brackets also hold the lines together. */
function spreads(inner: ts.Node): boolean {
  return inner.getText().includes("\n");
}
