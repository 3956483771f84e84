import { ts } from "ts-morph";
import { type Container, visitOwn } from "./containers.js";
import type { Stop } from "./stop.js";

/** Variables that start from a literal and that nothing sets any more, although something did. */
export function deadFlags(before: Container, after: Container): readonly Stop[] {
  const assigned = flagsOf(before.node).filter(({ name }) => isAssigned(before.node, name.text));
  return flagsOf(after.node)
    .filter(({ name }) => assigned.some((flag) => flag.name.text === name.text))
    .filter(({ name }) => !isAssigned(after.node, name.text))
    .map(({ name }) => ({
      code: "dead-flag",
      message: `"${name.text}" of "${after.name}" keeps its first value for ever`,
      node: name,
    }));
}

interface Flag {
  readonly name: ts.Identifier;
}

function flagsOf(container: ts.Node): readonly Flag[] {
  const flags: Flag[] = [];
  visitOwn(container, (node) => {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) return;
    if ((ts.getCombinedNodeFlags(node) & ts.NodeFlags.Let) === 0) return;
    if (ts.isForOfStatement(node.parent.parent) || ts.isForInStatement(node.parent.parent)) return;
    if (node.initializer === undefined || isLiteral(node.initializer)) flags.push({ name: node.name });
  });
  return flags;
}

function isLiteral(node: ts.Expression): boolean {
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return isLiteral(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0;
  return (
    ts.isLiteralExpression(node) ||
    [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind) ||
    node.getText() === "undefined"
  );
}

const MUTATING = /^(push|unshift|splice|fill|sort|reverse|pop|shift)$/;

/** Anywhere inside, in functions as well: `x = …`, `x += …`, `x++`, `[x] = …`, `x.push(…)`. */
function isAssigned(container: ts.Node, name: string): boolean {
  const isName = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === name;
  const visit = (node: ts.Node): boolean => {
    if (ts.isBinaryExpression(node)) {
      const kind = node.operatorToken.kind;
      const assigns = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
      if (assigns && mentions(node.left, name)) return true;
    }
    const unary = ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node);
    if (unary && isName(node.operand) && /\+\+|--/.test(node.getText())) return true;
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
      if (isName(node.expression.expression) && MUTATING.test(node.expression.name.text)) return true;
    if ((ts.isForOfStatement(node) || ts.isForInStatement(node)) && isName(node.initializer)) return true;
    return ts.forEachChild(node, (child) => visit(child) || undefined) ?? false;
  };
  return visit(container);
}

function mentions(target: ts.Expression, name: string): boolean {
  if (ts.isIdentifier(target)) return target.text === name;
  if (ts.isArrayLiteralExpression(target)) return target.elements.some((element) => mentions(element, name));
  if (ts.isObjectLiteralExpression(target)) return new RegExp(`\\b${name}\\b`).test(target.getText());
  return ts.isElementAccessExpression(target) && mentions(target.expression, name);
}
