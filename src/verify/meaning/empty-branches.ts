import { ts } from "ts-morph";
import { type Container, isFunction, visitOwn } from "./containers.js";
import { plainText } from "./formula.js";
import type { Stop } from "./stop.js";

/** Branches, loops and expected failures that now do nothing, and did something before. */
export function emptyBranches(before: Container, after: Container): readonly Stop[] {
  const known = emptiesOf(before.node).map(({ what }) => what);
  return emptiesOf(after.node)
    .filter(({ what }) => {
      const twin = known.indexOf(what);
      if (twin !== -1) known.splice(twin, 1);
      return twin === -1;
    })
    .map(({ what, node }) => ({
      code: "empty-branch",
      message: `"${after.name}" has nothing left in: ${what}`,
      node,
    }));
}

interface Empty {
  readonly what: string;
  readonly node: ts.Node;
}

function emptiesOf(container: ts.Node): readonly Empty[] {
  const found: Empty[] = [];
  const add = (what: string, node: ts.Node, body: ts.Node | undefined): void => {
    if (body !== undefined && isEmpty(body)) found.push({ what, node });
  };
  visitOwn(container, (node) => {
    if (ts.isIfStatement(node)) {
      add(`if (${plainText(node.expression)})`, node, node.thenStatement);
      add(`else of if (${plainText(node.expression)})`, node, node.elseStatement);
    }
    if (ts.isForOfStatement(node) || ts.isForInStatement(node))
      add(`for (… of ${plainText(node.expression)})`, node, node.statement);
    if (ts.isForStatement(node)) add("for (…)", node, node.statement);
    if (ts.isWhileStatement(node)) add(`while (${plainText(node.expression)})`, node, node.statement);
    if (ts.isTryStatement(node)) add("try", node, node.tryBlock);
    if (
      ts.isCallExpression(node) &&
      /(^|\.)(error|httpError|forEach|asyncForEach)$/.test(node.expression.getText())
    )
      for (const argument of node.arguments)
        if (isFunction(argument)) add(plainText(node.expression), node, argument.body);
  });
  return found;
}

function isEmpty(node: ts.Node): boolean {
  return ts.isEmptyStatement(node) || (ts.isBlock(node) && node.statements.length === 0);
}
