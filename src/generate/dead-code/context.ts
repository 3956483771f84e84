import { ts } from "ts-morph";
import { PRISMA_TYPINGS } from "../../graph/types/typed-program.js";

/**
 * The type that an expression is wanted as. Where the language has none (an object built apart from its use, a
 * callback whose result is stored first), the use of the variable it ends up in says it.
 */
export function wantedType(node: ts.Expression, checker: ts.TypeChecker, depth = 0): ts.Type | null {
  if (depth > 8) return null;
  const direct = checker.getContextualType(node);
  const parent = node.parent;
  if (direct !== undefined && !isOpaque(direct)) {
    // A variable may be typed more widely, or by hand; what takes its value knows better what its members are.
    const given = ofPrisma(direct) ? null : givenVariable(parent, checker);
    const used = given === null ? null : wantedOfVariable(given, checker, depth + 1);
    return used !== null && ofPrisma(used) ? used : direct;
  }
  if (
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isAwaitExpression(parent) ||
    ts.isNonNullExpression(parent)
  ) {
    return wantedType(parent, checker, depth + 1);
  }
  if (ts.isConditionalExpression(parent) && parent.condition !== node)
    return wantedType(parent, checker, depth + 1);
  if (ts.isBinaryExpression(parent) && parent.right === node && !isAssignment(parent)) {
    return wantedType(parent, checker, depth + 1);
  }
  if (ts.isSpreadAssignment(parent)) return wantedType(parent.parent, checker, depth + 1);
  const given = givenVariable(parent, checker);
  if (given !== null) return wantedOfVariable(given, checker, depth + 1);
  if (ts.isBinaryExpression(parent) && isAssignment(parent)) return null;
  if (ts.isArrayLiteralExpression(parent)) return elementOf(wantedType(parent, checker, depth + 1), checker);
  if (ts.isPropertyAssignment(parent) && parent.initializer === node) {
    return memberOf(wantedType(parent.parent, checker, depth + 1), parent.name, checker);
  }
  const arrow = arrowReturning(node);
  if (arrow !== null) return wantedOfCallback(arrow, checker, depth + 1);
  return null;
}

/** The variable that a declaration or an assignment gives a value. */
function givenVariable(parent: ts.Node, checker: ts.TypeChecker): ts.VariableDeclaration | null {
  if (ts.isVariableDeclaration(parent)) return ts.isIdentifier(parent.name) ? parent : null;
  if (!ts.isBinaryExpression(parent) || !isAssignment(parent) || !ts.isIdentifier(parent.left)) return null;
  const declaration = checker.getSymbolAtLocation(parent.left)?.valueDeclaration;
  return declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration : null;
}

function ofPrisma(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) =>
    part.symbol?.declarations?.some((each) => each.getSourceFile().fileName === PRISMA_TYPINGS),
  );
}

/** The type that the uses of a variable want; null if they say nothing. */
export function wantedOfVariable(
  variable: ts.VariableDeclaration,
  checker: ts.TypeChecker,
  depth = 0,
): ts.Type | null {
  if (!ts.isIdentifier(variable.name) || depth > 8) return null;
  const symbol = checker.getSymbolAtLocation(variable.name);
  const name = variable.name.text;
  let found: ts.Type | null = null;
  const visit = (node: ts.Node): void => {
    if (found !== null) return;
    if (ts.isIdentifier(node) && node.text === name && node !== variable.name) {
      const parent = node.parent;
      if (ts.isShorthandPropertyAssignment(parent)) {
        if (checker.getShorthandAssignmentValueSymbol(parent) !== symbol) return;
        found = memberOf(wantedType(parent.parent, checker, depth + 1), node, checker);
      } else if (checker.getSymbolAtLocation(node) === symbol && !ts.isPropertyAccessExpression(parent)) {
        if (!(ts.isBinaryExpression(parent) && parent.left === node))
          found = wantedType(node, checker, depth + 1);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(scopeOf(variable));
  return found;
}

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

/** The nearest function around a node, or its file. */
export function scopeOf(node: ts.Node): ts.Node {
  let at = node.parent;
  while (!ts.isSourceFile(at) && !ts.isFunctionLike(at)) at = at.parent;
  return at;
}

export function isAssignment(node: ts.BinaryExpression): boolean {
  const kind = node.operatorToken.kind;
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function memberOf(type: ts.Type | null, name: ts.PropertyName, checker: ts.TypeChecker): ts.Type | null {
  if (!ts.isIdentifier(name) && !ts.isStringLiteral(name)) return null;
  const [symbol] = membersOf(type, name.text, checker);
  if (symbol === undefined) return null;
  const member = checker.getTypeOfSymbol(symbol);
  return isOpaque(member) ? null : member;
}

function elementOf(type: ts.Type | null, checker: ts.TypeChecker): ts.Type | null {
  if (type === null) return null;
  for (const part of type.isUnion() ? type.types : [type]) {
    const element = checker.getIndexTypeOfType(part, ts.IndexKind.Number);
    if (element !== undefined && !isOpaque(element)) return element;
  }
  return null;
}

/** The callback whose result this expression is. */
function arrowReturning(node: ts.Expression): ts.ArrowFunction | ts.FunctionExpression | null {
  const parent = node.parent;
  if (ts.isArrowFunction(parent) && parent.body === node) return parent;
  if (!ts.isReturnStatement(parent)) return null;
  const owner = scopeOf(parent);
  return ts.isArrowFunction(owner) || ts.isFunctionExpression(owner) ? owner : null;
}

/** A callback of a mapping call returns an element of what the call is wanted as. */
function wantedOfCallback(
  arrow: ts.ArrowFunction | ts.FunctionExpression,
  checker: ts.TypeChecker,
  depth: number,
): ts.Type | null {
  const call = arrow.parent;
  if (!ts.isCallExpression(call)) return null;
  const callee = call.expression;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
  if (!["map", "asyncMap", "flatMap"].includes(name)) return null;
  let outer: ts.Expression = call;
  if (ts.isPropertyAccessExpression(outer.parent) && ts.isCallExpression(outer.parent.parent))
    outer = outer.parent.parent;
  if (ts.isCallExpression(outer.parent) && outer.parent.arguments[0] === outer) outer = outer.parent;
  return elementOf(wantedType(outer, checker, depth + 1), checker);
}

function isOpaque(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) !== 0;
}
