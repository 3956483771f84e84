import { ts } from "ts-morph";
import type { Cause, Deadness } from "./deadness.js";

/** A type that names something removed: what it types goes too, up to where something else remains. */
export function onType(state: Deadness, node: ts.Node, cause: Cause): void {
  if (state.isGone(node)) return;
  const parent = node.parent;
  if (ts.isUnionTypeNode(parent)) return onUnionMember(state, node as ts.TypeNode, parent, cause);
  if (ts.isTypeNode(parent) && !ts.isExpressionWithTypeArguments(parent)) return onType(state, parent, cause);
  if (ts.isTypeElement(parent) || ts.isTypeAliasDeclaration(parent) || ts.isPropertyDeclaration(parent)) {
    return state.declare(parent, cause);
  }
  if (ts.isVariableDeclaration(parent)) return state.declare(parent, cause);
  if (ts.isParameter(parent)) return onParameter(state, parent, cause);
  if (ts.isFunctionLike(parent) && parent.type === node) return onReturnType(state, parent, cause);
  if (ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent) || ts.isTypeAssertionExpression(parent)) {
    return state.absentify(parent, cause);
  }
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return state.absentify(parent, cause);
  if (ts.isExpressionWithTypeArguments(parent)) return state.declare(parent.parent.parent, cause);
  state.ask("type", parent, cause);
}

function onUnionMember(state: Deadness, node: ts.TypeNode, union: ts.UnionTypeNode, cause: Cause): void {
  state.remove(node, { ...cause, how: "types" });
  const rest = union.types.filter((type) => !state.removed.has(type));
  if (rest.every(isEmptyType)) onType(state, union, cause);
}

function isEmptyType(type: ts.TypeNode): boolean {
  if (type.kind === ts.SyntaxKind.UndefinedKeyword) return true;
  return ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword;
}

/** A parameter of a removed type has nothing to be given. A function that exists only for it goes with it. */
function onParameter(state: Deadness, parameter: ts.ParameterDeclaration, cause: Cause): void {
  const owner = parameter.parent;
  if (ts.isFunctionDeclaration(owner) && owner.parameters.length === 1) return state.declare(owner, cause);
  if (ts.isArrowFunction(owner) || ts.isFunctionExpression(owner)) return state.absentify(owner, cause);
  state.declare(parameter, cause);
}

function onReturnType(state: Deadness, owner: ts.SignatureDeclaration, cause: Cause): void {
  if (ts.isArrowFunction(owner) || ts.isFunctionExpression(owner)) return state.absentify(owner, cause);
  state.declare(owner, cause);
}
