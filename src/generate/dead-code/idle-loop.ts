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

/** Whether a statement gives its own block a value, or waits: nothing of it is left when the block ends. */
export function isIdle(node: ts.Statement): boolean {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.every(
      ({ initializer }) => initializer === undefined || isPure(initializer),
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
