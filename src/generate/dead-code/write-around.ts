import { ts } from "ts-morph";
import { isAssignment } from "../names/context.js";
import { MUTATORS } from "./deadness.js";
import { isPure } from "./pure.js";

/**
 * The statement that does nothing but write to a variable, where this name of it stands: `n++`, `n += 1`, `n = 1`, and
 * `list.push(1)` or `found[key] = 1` where the variable began as a list or an object of its own.
 */
export function writeAround(variable: ts.VariableDeclaration, name: ts.Identifier): ts.Statement | null {
  const writer = name.parent;
  if (isMember(writer) && writer.expression === name) return isOwn(variable) ? memberWrite(writer) : null;
  if (!ts.isExpressionStatement(writer.parent)) return null;
  if (ts.isPostfixUnaryExpression(writer)) return writer.parent;
  if (ts.isPrefixUnaryExpression(writer) && STEPS.has(writer.operator)) return writer.parent;
  if (!ts.isBinaryExpression(writer) || writer.left !== name || !isAssignment(writer)) return null;
  return isPure(writer.right) ? writer.parent : null;
}

type Member = ts.PropertyAccessExpression | ts.ElementAccessExpression;

function isMember(node: ts.Node): node is Member {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** `list.push(1)`, `found.name = 1`, `found[key] = 1` as a statement. */
function memberWrite(member: Member): ts.Statement | null {
  const writer = member.parent;
  if (!ts.isExpressionStatement(writer.parent)) return null;
  if (ts.isCallExpression(writer) && writer.expression === member) {
    const isWrite = ts.isPropertyAccessExpression(member) && MUTATORS.has(member.name.text);
    return isWrite && writer.arguments.every(isPure) ? writer.parent : null;
  }
  if (!ts.isBinaryExpression(writer) || writer.left !== member || !isAssignment(writer)) return null;
  const isKeyPure = ts.isPropertyAccessExpression(member) || isPure(member.argumentExpression);
  return isKeyPure && isPure(writer.right) ? writer.parent : null;
}

/** Whether nothing else can hold what a variable began with. */
function isOwn({ initializer }: ts.VariableDeclaration): boolean {
  let at = initializer;
  while (at !== undefined && (ts.isAsExpression(at) || ts.isParenthesizedExpression(at))) at = at.expression;
  if (at === undefined) return false;
  if (ts.isNewExpression(at)) return /^(Map|Set|Array)$/.test(at.expression.getText());
  return ts.isArrayLiteralExpression(at) || ts.isObjectLiteralExpression(at);
}

const STEPS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusPlusToken,
  ts.SyntaxKind.MinusMinusToken,
]);
