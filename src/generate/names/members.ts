import { ts } from "ts-morph";

/** Symbols of a member on a type and on the parts of a union. */
export function membersOf(type: ts.Type | null, name: string, checker: ts.TypeChecker): readonly ts.Symbol[] {
  if (type === null) return [];
  const parts = type.isUnion() ? type.types : [type];
  const found: ts.Symbol[] = [];
  for (const part of parts) {
    const symbol = checker.getPropertyOfType(part, name);
    if (symbol !== undefined) found.push(symbol);
  }
  return found;
}

/** Type of a member; null where it says nothing. */
export function memberOf(type: ts.Type | null, name: string, checker: ts.TypeChecker): ts.Type | null {
  const [symbol] = membersOf(type, name, checker);
  if (symbol === undefined) return null;
  const member = checker.getTypeOfSymbol(symbol);
  return isOpaque(member, checker) ? null : member;
}

/** Type of a list's elements; null where it says nothing. */
export function elementOf(type: ts.Type | null, checker: ts.TypeChecker): ts.Type | null {
  if (type === null) return null;
  for (const part of type.isUnion() ? type.types : [type]) {
    const element = checker.getIndexTypeOfType(part, ts.IndexKind.Number);
    if (element !== undefined && !isOpaque(element, checker)) return element;
  }
  return null;
}

/** A type that declares no member: `any`, `unknown`, `{}`, `Record<string, unknown>`, and lists of such. */
export function isOpaque(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.every((part) => isEmpty(part) || isOpaque(part, checker));
  if ((type.flags & NAMELESS) !== 0) return true;
  if ((type.flags & ts.TypeFlags.Object) === 0) return false;
  const element = checker.isArrayType(type)
    ? checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    : undefined;
  if (element !== undefined) return isOpaque(element, checker);
  if (type.getProperties().length > 0 || type.getCallSignatures().length > 0) return false;
  const value = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  return value === undefined || isOpaque(value, checker);
}

const NAMELESS =
  ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter | ts.TypeFlags.NonPrimitive;

function isEmpty(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) !== 0;
}
