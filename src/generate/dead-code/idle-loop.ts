import { ts } from "ts-morph";
import { isPure } from "./pure.js";

/** Whether a node is a loop over something that is only read. */
export function isRepeated(node: ts.Node): boolean {
  if (ts.isForOfStatement(node) || ts.isForInStatement(node))
    return ts.isVariableDeclarationList(node.initializer) && isPure(node.expression);
  if (!ts.isForStatement(node)) return false;
  const { initializer, condition } = node;
  return (
    initializer !== undefined &&
    ts.isVariableDeclarationList(initializer) &&
    condition !== undefined &&
    isPure(condition)
  );
}

/** Whether a statement only gives its own block a value, waits, or ends the turn: nothing is left of it after a loop. */
export function isIdle(node: ts.Statement, isGone: (node: ts.Statement) => boolean): boolean {
  const areIdle = (each: ts.Statement): boolean => isIdle(each, isGone);
  if (isGone(node)) return true;
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.every(
      ({ initializer }) => initializer === undefined || isPure(initializer),
    );
  if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) return node.label === undefined;
  if (ts.isBlock(node)) return node.statements.every(areIdle);
  if (ts.isIfStatement(node))
    return (
      isPure(node.expression) &&
      areIdle(node.thenStatement) &&
      (node.elseStatement === undefined || areIdle(node.elseStatement))
    );
  return ts.isExpressionStatement(node) && isSleep(node.expression);
}

/** `await new Promise((resolve) => setTimeout(resolve, 500))` and `await sleep(500)`. */
function isSleep(node: ts.Expression): boolean {
  if (!ts.isAwaitExpression(node)) return false;
  const text = node.expression.getText();
  return (
    /^(\w+\.)*(sleep|delay)(_?for)?\([\w.]*\)$/i.test(text) ||
    (/^new Promise\b/.test(text) && /\bsetTimeout\((\w+|\(\) => \w+\(\)), [\w.]+\)/.test(text))
  );
}
