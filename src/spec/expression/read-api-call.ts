import { ts } from "ts-morph";
import type { ApiCall } from "./expression.js";
import type { Reader } from "./reader.js";

/** An awaited call of the SDK, its answer kept in a constant or not; null for anything else. */
export function readApiCall(
  node: ts.VariableStatement | ts.ExpressionStatement,
  read: Reader,
): ApiCall | null {
  const [value, declared] = ts.isExpressionStatement(node) ? [node.expression] : constantOf(node);
  if (value === undefined || !ts.isAwaitExpression(value) || !ts.isCallExpression(value.expression))
    return null;
  const { expression: callee, arguments: args, questionDotToken, typeArguments } = value.expression;
  const accessor = accessorOf(callee);
  const [connection, props, ...others] = args;
  if (accessor === null || connection === undefined || others.length > 0) return null;
  if (questionDotToken !== undefined || typeArguments !== undefined || args.some(ts.isSpreadElement))
    return null;
  return {
    kind: "apiCall",
    result: declared?.name.getText() ?? null,
    type: declared?.type?.getText() ?? null,
    accessor,
    connection: read.expression(connection),
    props: props === undefined ? null : read.expression(props),
  };
}

function constantOf({ declarationList, modifiers }: ts.VariableStatement) {
  const [declared, ...others] = declarationList.declarations;
  const constant = (declarationList.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
  if (declared === undefined || others.length > 0 || !constant || modifiers !== undefined) return [];
  return ts.isIdentifier(declared.name) ? ([declared.initializer, declared] as const) : [];
}

/** What stands behind `api.functional`, joined by dots. */
function accessorOf(callee: ts.Expression): string | null {
  const names: string[] = [];
  let node = callee;
  while (ts.isPropertyAccessExpression(node) && node.questionDotToken === undefined) {
    names.unshift(node.name.text);
    node = node.expression;
  }
  const [functional, ...rest] = names;
  if (!ts.isIdentifier(node) || node.text !== "api" || functional !== "functional") return null;
  return rest.length === 0 ? null : rest.join(".");
}
