import { ts } from "ts-morph";
import type { Expression } from "./expression.js";
import type { Reader } from "./reader.js";

/** Properties, elements and calls; null for anything else. */
export function readAccess(node: ts.Expression, read: Reader): Expression | null {
  if (ts.isPropertyAccessExpression(node))
    return ts.isPrivateIdentifier(node.name)
      ? null
      : {
          kind: "property",
          object: read.expression(node.expression),
          name: node.name.text,
          optional: node.questionDotToken !== undefined,
        };
  if (ts.isElementAccessExpression(node))
    return {
      kind: "element",
      object: read.expression(node.expression),
      index: read.expression(node.argumentExpression),
      optional: node.questionDotToken !== undefined,
    };
  if (ts.isCallExpression(node))
    return {
      kind: "call",
      callee: read.expression(node.expression),
      types: (node.typeArguments ?? []).map((each) => each.getText()),
      args: node.arguments.map(read.argument),
      optional: node.questionDotToken !== undefined,
    };
  if (ts.isNewExpression(node))
    return {
      kind: "new",
      callee: read.expression(node.expression),
      types: (node.typeArguments ?? []).map((each) => each.getText()),
      args: (node.arguments ?? []).map(read.argument),
    };
  return ts.isNonNullExpression(node) ? { kind: "nonNull", value: read.expression(node.expression) } : null;
}
