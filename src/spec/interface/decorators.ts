import { ts } from "ts-morph";

/** The decorators of a class, method or parameter that are calls. */
export function decoratorCalls(node: ts.HasDecorators): readonly ts.CallExpression[] {
  return (ts.getDecorators(node) ?? []).map(({ expression }) => expression).filter(ts.isCallExpression);
}

/** Dotted name of what a call calls: "core.TypedRoute.Post"; empty if it is no plain name. */
export function callName(call: ts.CallExpression): string {
  return dottedName(call.expression) ?? "";
}

/** `a.b.c` of an expression made of names alone. */
export function dottedName(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text;
  if (node.kind === ts.SyntaxKind.ThisKeyword) return "this";
  if (!ts.isPropertyAccessExpression(node)) return null;
  const left = dottedName(node.expression);
  return left === null ? null : `${left}.${node.name.text}`;
}

/** The first argument's text: a string, the first of an array, or the `path` of an object. */
export function firstText(call: ts.CallExpression): string | null {
  const argument = call.arguments[0];
  return argument === undefined ? null : textOf(argument);
}

function textOf(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isArrayLiteralExpression(node))
    return node.elements[0] === undefined ? null : textOf(node.elements[0]);
  if (!ts.isObjectLiteralExpression(node)) return null;
  const path = node.properties
    .filter(ts.isPropertyAssignment)
    .find((each) => ts.isIdentifier(each.name) && each.name.text === "path");
  return path === undefined ? null : textOf(path.initializer);
}
