import { ts } from "ts-morph";
import type { Leaf } from "./leaf.js";

/** Literals and names; null for anything else. */
export function readLeaf(node: ts.Expression): Leaf | null {
  if (ts.isStringLiteral(node)) return { kind: "string", value: node.text };
  if (ts.isNumericLiteral(node)) return readNumber(node.text, 1);
  if (ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand))
    return node.operator === ts.SyntaxKind.MinusToken ? readNumber(node.operand.text, -1) : null;
  if (ts.isIdentifier(node))
    return node.text === "undefined" ? { kind: "undefined" } : { kind: "name", name: node.text };
  if (ts.isRegularExpressionLiteral(node)) {
    const slash = node.text.lastIndexOf("/");
    return { kind: "regex", pattern: node.text.slice(1, slash), flags: node.text.slice(slash + 1) };
  }
  switch (node.kind) {
    case ts.SyntaxKind.NullKeyword:
      return { kind: "null" };
    case ts.SyntaxKind.TrueKeyword:
      return { kind: "boolean", value: true };
    case ts.SyntaxKind.FalseKeyword:
      return { kind: "boolean", value: false };
    default:
      return null;
  }
}

/** Zero has no sign in JSON, so `-0` is an operator and its operand. */
function readNumber(text: string, sign: 1 | -1): Leaf | null {
  const value = Number(text) * sign;
  return Number.isFinite(value) && !Object.is(value, -0) ? { kind: "number", value } : null;
}
