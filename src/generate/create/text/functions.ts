import { ts } from "ts-morph";
import { COMMA, type Doc, group, HARD, LINE, nest, SOFT } from "./doc.js";
import { parameters, type Printer } from "./shapes.js";

type Print = Printer<ts.Node>;

export function printParameters(all: readonly ts.ParameterDeclaration[], print: Print): Doc {
  const [only] = all;
  const hugs = all.length === 1 && only?.type !== undefined && ts.isTypeLiteralNode(only.type);
  if (hugs) return ["(", print(only), ")"];
  const decorated = all.some((each) => (ts.getDecorators(each) ?? []).length > 0);
  return parameters(all.map(print), decorated);
}

export function printParameter(node: ts.ParameterDeclaration, print: Print): Doc {
  const mark = node.questionToken === undefined ? "" : "?";
  const type: Doc = node.type === undefined ? "" : [": ", print(node.type)];
  return [decorators(node, print), node.name.getText(), mark, type];
}

/** `(a) => b`. As the last argument of a call, a body in lines of its own ends with a break. */
export function printArrow(node: ts.ArrowFunction, print: Print, last: boolean): Doc {
  const result: Doc = node.type === undefined ? "" : [": ", print(node.type)];
  const head: Doc = [modifiers(node), group(printParameters(node.parameters, print), result), " =>"];
  const body = node.body;
  if (ts.isBlock(body) || ts.isParenthesizedExpression(body) || ts.isArrayLiteralExpression(body))
    return [head, " ", print(body)];
  return group(head, nest(LINE, print(body)), last ? [COMMA, SOFT] : "");
}

export function decorators(node: ts.HasDecorators, print: Print): Doc {
  return (ts.getDecorators(node) ?? []).map((each): Doc => ["@", print(each.expression), HARD]);
}

export function modifiers(node: ts.HasModifiers): string {
  return (ts.getModifiers(node) ?? []).map((each) => `${each.getText()} `).join("");
}
