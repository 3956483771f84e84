import { ts } from "ts-morph";
import { type Container, isFunction, visitOwn } from "./containers.js";
import { plainText } from "./formula.js";
import { refuses } from "./guards.js";
import type { Stop } from "./stop.js";

/** Functions that now always throw, and did not before. */
export function unconditionalThrows(before: Container, after: Container): readonly Stop[] {
  const known = throwsOf(before.node).map(plainText);
  return throwsOf(after.node)
    .filter((statement) => {
      const twin = known.indexOf(plainText(statement));
      if (twin !== -1) known.splice(twin, 1);
      return twin === -1;
    })
    .map((node) => ({ code: "unconditional-throw", message: `"${after.name}" now always throws`, node }));
}

function throwsOf(container: ts.Node): readonly ts.Statement[] {
  const found: ts.Statement[] = [];
  const look = (node: ts.Node): void => {
    if (isFunction(node) && node.body !== undefined && ts.isBlock(node.body))
      found.push(...scan(node.body.statements));
  };
  look(container);
  visitOwn(container, look);
  return found;
}

/** The first statement that always throws, unless the way there may have been left before. */
function scan(statements: readonly ts.Statement[]): readonly ts.Statement[] {
  for (const statement of statements) {
    const inner = innerOf(statement);
    if (inner !== null) {
      const found = scan(inner);
      if (found.length > 0) return found;
    } else if (refuses(statement)) return [statement];
    if (leaves(statement)) return [];
  }
  return [];
}

/** Statements of a block that is entered anyway. */
function innerOf(statement: ts.Statement): readonly ts.Statement[] | null {
  if (ts.isBlock(statement)) return statement.statements;
  if (ts.isTryStatement(statement)) return statement.tryBlock.statements;
  const loop =
    ts.isForOfStatement(statement) || ts.isForStatement(statement) || ts.isWhileStatement(statement);
  return loop && ts.isBlock(statement.statement) ? statement.statement.statements : null;
}

function leaves(node: ts.Node): boolean {
  if (ts.isReturnStatement(node) || ts.isBreakStatement(node) || ts.isContinueStatement(node)) return true;
  if (isFunction(node)) return false;
  return ts.forEachChild(node, (child) => leaves(child) || undefined) ?? false;
}
