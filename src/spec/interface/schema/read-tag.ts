import { ts } from "ts-morph";
import { entityName } from "../type-names.js";
import type { Tag, TagValue } from "./schema.js";

/** Reads `tags.MinLength<1>`; null for anything else. */
export function readTag(node: ts.TypeNode): Tag | null {
  if (!ts.isTypeReferenceNode(node)) return null;
  const name = /^(?:typia\.)?tags\.(\w+)$/.exec(entityName(node.typeName))?.[1];
  const [argument, ...others] = node.typeArguments ?? [];
  if (name === undefined || others.length > 0) return null;
  if (argument === undefined) return { name, value: true };
  const value = readValue(argument);
  return value === null ? null : { name, value };
}

function readValue(node: ts.TypeNode): TagValue | null {
  if (ts.isLiteralTypeNode(node)) return literalValue(node);
  if (ts.isTupleTypeNode(node)) return allOf(node.elements.map((each) => readValue(each as ts.TypeNode)));
  if (!ts.isTypeLiteralNode(node)) return null;
  const entries = node.members.map((member): [string, TagValue] | null => {
    if (!ts.isPropertySignature(member) || member.type === undefined) return null;
    const value = readValue(member.type);
    return ts.isComputedPropertyName(member.name) || value === null ? null : [member.name.text, value];
  });
  const found = allOf(entries);
  return found === null ? null : Object.fromEntries(found);
}

/** The value of a literal type: a text, a number (negative ones included) or a boolean; null for others. */
export function literalValue({ literal }: ts.LiteralTypeNode): string | number | boolean | null {
  if (ts.isStringLiteralLike(literal)) return literal.text;
  if (ts.isNumericLiteral(literal)) return Number(literal.text);
  if (ts.isPrefixUnaryExpression(literal) && ts.isNumericLiteral(literal.operand))
    return literal.operator === ts.SyntaxKind.MinusToken ? -Number(literal.operand.text) : null;
  if (literal.kind === ts.SyntaxKind.TrueKeyword) return true;
  return literal.kind === ts.SyntaxKind.FalseKeyword ? false : null;
}

function allOf<T>(values: readonly (T | null)[]): readonly T[] | null {
  const found = values.filter((each) => each !== null);
  return found.length === values.length ? found : null;
}
