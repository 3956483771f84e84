import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import { membersOf } from "./members.js";

/** A string that names a member: `row["title"]`, `{ "title": … }`, `IBbsArticle["title"]`, `Pick<IBbsArticle, "title">`. */
export function isMemberName(node: ts.Node): node is ts.StringLiteralLike {
  if (!ts.isStringLiteralLike(node)) return false;
  const { parent } = node;
  if (ts.isElementAccessExpression(parent)) return parent.argumentExpression === node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) return parent.name === node;
  return typeOwner(node) !== null;
}

/** The members that a name in a type stands for; null where a name stands in an expression. */
export function membersInType(node: ts.Node, program: TypedProgram): readonly ts.Symbol[] | null {
  const owner = ts.isStringLiteralLike(node) ? typeOwner(node) : null;
  if (owner === null || !ts.isStringLiteralLike(node)) return null;
  return membersOf(program.checker.getTypeFromTypeNode(owner), node.text, program.checker);
}

/** Whether a string stands in a type and names a member of another one. */
export function isNameInType(node: ts.StringLiteralLike): boolean {
  return typeOwner(node) !== null;
}

/** The type whose member a literal type names. */
function typeOwner(node: ts.StringLiteralLike): ts.TypeNode | null {
  if (!ts.isLiteralTypeNode(node.parent)) return null;
  let at: ts.Node = node.parent;
  while (ts.isUnionTypeNode(at.parent) || ts.isParenthesizedTypeNode(at.parent)) at = at.parent;
  const parent = at.parent;
  if (ts.isIndexedAccessTypeNode(parent)) return parent.indexType === at ? parent.objectType : null;
  if (!ts.isTypeReferenceNode(parent) || parent.typeArguments?.[1] !== at) return null;
  return /^(Pick|Omit)$/.test(parent.typeName.getText()) ? (parent.typeArguments[0] ?? null) : null;
}
