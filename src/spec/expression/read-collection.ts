import { ts } from "ts-morph";
import type { Expression, Member, Template } from "./expression.js";
import type { Reader } from "./reader.js";

/** Arrays, objects, templates and functions; null for anything else. */
export function readCollection(node: ts.Expression, read: Reader): Expression | null {
  if (ts.isArrayLiteralExpression(node))
    return node.elements.some(ts.isOmittedExpression)
      ? null
      : { kind: "array", items: node.elements.map(read.argument) };
  if (ts.isObjectLiteralExpression(node)) {
    const members = node.properties.map((each) => readMember(each, read));
    return members.every((each) => each !== null)
      ? { kind: "object", members: read.placed(members, node) }
      : null;
  }
  if (ts.isNoSubstitutionTemplateLiteral(node)) return { kind: "template", parts: textPart(node.text) };
  if (ts.isTemplateExpression(node)) return readTemplate(node, read);
  return ts.isArrowFunction(node) ? readArrow(node, read) : null;
}

function readMember(node: ts.ObjectLiteralElementLike, read: Reader): Member | null {
  const member = memberOf(node, read);
  return member === null ? null : read.placed(member, node);
}

function memberOf(node: ts.ObjectLiteralElementLike, read: Reader): Member | null {
  if (ts.isSpreadAssignment(node)) return { kind: "spread", value: read.expression(node.expression) };
  // The value of `{ name }` has no place of its own: to give it another one, the member is written anew.
  if (ts.isShorthandPropertyAssignment(node))
    return { kind: "value", name: node.name.text, value: { kind: "name", name: node.name.text } };
  if (!ts.isPropertyAssignment(node)) return null;
  const { name, initializer } = node;
  if (ts.isComputedPropertyName(name))
    return { kind: "computed", key: read.expression(name.expression), value: read.expression(initializer) };
  if (!ts.isIdentifier(name) && !ts.isStringLiteralLike(name)) return null;
  return { kind: "value", name: name.text, value: read.expression(initializer) };
}

function readTemplate({ head, templateSpans }: ts.TemplateExpression, read: Reader): Template {
  const spans = templateSpans.flatMap(({ expression, literal }): Template["parts"] => [
    { kind: "value", value: read.expression(expression) },
    ...textPart(literal.text),
  ]);
  return { kind: "template", parts: [...textPart(head.text), ...spans] };
}

function textPart(text: string): Template["parts"] {
  return text === "" ? [] : [{ kind: "text", text }];
}

function readArrow(node: ts.ArrowFunction, read: Reader): Expression | null {
  const parameters = node.parameters.map(readParameter);
  // A type guard says more than a type: the compiler narrows by it, and only as it is written.
  const isGuard = node.type !== undefined && ts.isTypePredicateNode(node.type);
  if (node.typeParameters !== undefined || isGuard) return null;
  if (!parameters.every((each) => each !== null)) return null;
  const head = { async: node.modifiers !== undefined, parameters, returns: node.type?.getText() ?? null };
  return ts.isBlock(node.body)
    ? { kind: "routine", ...head, statements: read.block(node.body) }
    : { kind: "arrow", ...head, value: read.expression(node.body) };
}

/** A name, with or without a type; null for patterns, defaults and rests. */
function readParameter({ name, type, questionToken, initializer, dotDotDotToken }: ts.ParameterDeclaration) {
  if (!ts.isIdentifier(name) || initializer !== undefined || dotDotDotToken !== undefined) return null;
  return { name: name.text, type: type?.getText() ?? null, optional: questionToken !== undefined };
}
