import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import { membersOf } from "../dead-code/members.js";
import { meaningOf, type Meaning } from "../dead-code/resolve.js";

/** A string that names a member: `row["title"]`, `{ "title": … }`, `IBbsArticle["title"]`, `Pick<IBbsArticle, "title">`. */
export function isMemberName(node: ts.Node): node is ts.StringLiteralLike {
  if (!ts.isStringLiteralLike(node)) return false;
  const { parent } = node;
  if (ts.isElementAccessExpression(parent)) return parent.argumentExpression === node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) return parent.name === node;
  return typeOwner(node) !== null;
}

/** What a member's name in a type means; null where a name stands in an expression. */
export function memberMeanings(node: ts.Node, program: TypedProgram): readonly Meaning[] | null {
  if (!ts.isStringLiteralLike(node)) return null;
  const owner = typeOwner(node);
  if (owner === null) return null;
  const type = program.checker.getTypeFromTypeNode(owner);
  return membersOf(type, node.text, program.checker).flatMap((symbol) => meaningOf(symbol, program));
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
