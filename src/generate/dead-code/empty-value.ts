import { ts } from "ts-morph";
import { isTransparent } from "../names/known-type.js";
import type { Deadness } from "./deadness.js";
import { isNothing } from "./on-constant.js";

/** Types whose "there is none" can be written down. */
export type EmptyKind = "number" | "boolean" | "string" | "list";

/**
 * The text that stands for an absent value where a value is required: what its own code falls back to, or zero, false
 * and an empty list, which are as true without the removed thing. A text or an object has no such stand-in.
 */
export function emptyValue(state: Deadness, value: ts.Expression, kind: EmptyKind | null): string | null {
  if (kind === null) return null;
  const fallback = fallbackOf(state, value, 0);
  if (fallback !== null && kindOf(fallback) === kind) return fallback.getText();
  return kind === "string" ? null : STAND_INS[kind];
}

/** The same for a member of an object literal, with its name. */
export function emptyMember(
  state: Deadness,
  member: ts.ObjectLiteralElementLike,
  kind: EmptyKind | null,
): string | null {
  if (!ts.isPropertyAssignment(member) && !ts.isShorthandPropertyAssignment(member)) return null;
  const value = ts.isPropertyAssignment(member) ? member.initializer : member.name;
  const text = emptyValue(state, value, kind);
  return text === null ? null : `${member.name.getText()}: ${text}`;
}

/** What kind of value a written type wants; null where it wants more than that. */
export function emptyKindOf(type: string): EmptyKind | null {
  if (/\[\]\)?$|^(Readonly)?Array</.test(type)) return "list";
  const plain = /^\(?(number|boolean|string)\b/.exec(type)?.[1];
  return plain === undefined || /Minimum|\|/.test(type) ? null : (plain as EmptyKind);
}

const STAND_INS: Readonly<Record<Exclude<EmptyKind, "string">, string>> = {
  number: "0",
  boolean: "false",
  list: "[]",
};

function fallbackOf(state: Deadness, node: ts.Expression, depth: number): ts.Expression | null {
  if (depth > 8) return null;
  if (isNothing(node)) return node;
  if (isTransparent(node)) return fallbackOf(state, node.expression, depth + 1);
  if (ts.isConditionalExpression(node)) {
    const holds = state.constants.get(node.condition);
    if (holds !== undefined) return fallbackOf(state, holds ? node.whenTrue : node.whenFalse, depth + 1);
    return [node.whenTrue, node.whenFalse].find(isNothing) ?? null;
  }
  if (ts.isBinaryExpression(node)) return fallbackOf(state, node.right, depth + 1);
  if (ts.isCallExpression(node)) {
    const [argument] = node.arguments;
    const converts = /^(Number|Boolean|String|Math\.\w+)$/.test(node.expression.getText());
    return converts && argument !== undefined ? fallbackOf(state, argument, depth + 1) : null;
  }
  const declaration = ts.isIdentifier(node)
    ? state.program.checker.getSymbolAtLocation(node)?.valueDeclaration
    : undefined;
  return declaration !== undefined && ts.isVariableDeclaration(declaration) && declaration.initializer
    ? fallbackOf(state, declaration.initializer, depth + 1)
    : null;
}

function kindOf(node: ts.Expression): EmptyKind | null {
  if (ts.isNumericLiteral(node)) return "number";
  if (ts.isStringLiteralLike(node)) return "string";
  if (ts.isArrayLiteralExpression(node)) return "list";
  return node.kind === ts.SyntaxKind.FalseKeyword ? "boolean" : null;
}
