import { ts } from "ts-morph";
import { PRISMA_TYPINGS, type TypedProgram } from "../../graph/types/typed-program.js";
import { hiddenRowOf } from "./hidden-row.js";
import { isTransparent } from "./known-type.js";
import { elementOf, isOpaque, memberOf } from "./members.js";
import { perNode } from "./per-node.js";
import { asQuery } from "./query-call.js";

/**
 * The type that an expression is wanted as. Where the language has none (an object built apart from its use, a
 * callback whose result is stored first), the use of the variable it ends up in says it.
 */
export const wantedType = perNode((node: ts.Expression, program) => {
  const { checker } = program;
  const direct = checker.getContextualType(node);
  const parent = node.parent;
  if (direct !== undefined && !isOpaque(direct, checker) && !isOwnResult(node, direct)) {
    // A variable may be typed more widely, or by hand; what takes its value knows better what its members are.
    const given = ofPrisma(direct) ? null : givenVariable(parent, checker);
    const used = given === null ? null : wantedOfVariable(given, program);
    return used !== null && ofPrisma(used) ? used : direct;
  }
  const wanted = (at: ts.Expression): ts.Type | null => wantedType(at, program);
  const row =
    ts.isSatisfiesExpression(parent) || ts.isAsExpression(parent) ? hiddenRowOf(parent.type, program) : null;
  if (row !== null) return row;
  if (isTransparent(parent)) return wanted(parent);
  if (ts.isConditionalExpression(parent) && parent.condition !== node) return wanted(parent);
  if (ts.isBinaryExpression(parent) && parent.right === node)
    return isAssignment(parent) ? wantedOfPlace(parent.left, program) : wanted(parent);
  if (ts.isSpreadAssignment(parent)) return wanted(parent.parent);
  if (ts.isSpreadElement(parent) && ts.isArrayLiteralExpression(parent.parent)) return wanted(parent.parent);
  if (ts.isVariableDeclaration(parent)) return wantedOfVariable(parent, program);
  if (ts.isArrayLiteralExpression(parent)) return elementOf(wanted(parent), checker);
  if (ts.isPropertyAssignment(parent) && parent.initializer === node)
    return memberNamed(wanted(parent.parent), parent.name, checker);
  if (ts.isCallExpression(parent) && parent.expression !== node) return wantedOfArgument(parent, program);
  const owner = functionReturning(node);
  return owner === null ? null : wantedOfResult(owner, program);
});

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
export const wantedOfVariable = perNode((variable: ts.VariableDeclaration, program) => {
  if (!ts.isIdentifier(variable.name)) return null;
  const { checker } = program;
  const symbol = checker.getSymbolAtLocation(variable.name);
  const name = variable.name.text;
  let found: ts.Type | null = null;
  const visit = (node: ts.Node): void => {
    if (found !== null) return;
    if (ts.isIdentifier(node) && node.text === name && node !== variable.name) {
      const parent = node.parent;
      if (ts.isShorthandPropertyAssignment(parent)) {
        if (checker.getShorthandAssignmentValueSymbol(parent) !== symbol) return;
        found = memberNamed(wantedType(parent.parent, program), node, checker);
      } else if (checker.getSymbolAtLocation(node) === symbol && !ts.isPropertyAccessExpression(parent)) {
        const isTarget = ts.isBinaryExpression(parent) ? parent.left === node : isAssignedTo(node);
        if (!isTarget) found = wantedType(node, program);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(scopeOf(variable));
  return found;
});

/** `Object.assign(where, {…})` gives members to its first argument, and wants nothing of it. */
function isAssignedTo(node: ts.Node): boolean {
  const call = node.parent;
  return (
    ts.isCallExpression(call) && call.arguments[0] === node && call.expression.getText() === "Object.assign"
  );
}

/** What is stored at a place, where its own type does not say: `where.author = …`, `conditions.push(…)`. */
export function wantedOfPlace(place: ts.Expression, program: TypedProgram): ts.Type | null {
  const { checker } = program;
  if (isTransparent(place)) return wantedOfPlace(place.expression, program);
  if (ts.isPropertyAccessExpression(place))
    return memberOf(wantedOfPlace(place.expression, program), place.name.text, checker);
  if (ts.isElementAccessExpression(place)) {
    const key = place.argumentExpression;
    if (!ts.isStringLiteralLike(key)) return null;
    return memberOf(wantedOfPlace(place.expression, program), key.text, checker);
  }
  const declaration = ts.isIdentifier(place)
    ? checker.getSymbolAtLocation(place)?.valueDeclaration
    : undefined;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return null;
  const written = checker.getTypeAtLocation(declaration);
  return isOpaque(written, checker) ? wantedOfVariable(declaration, program) : written;
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

function memberNamed(type: ts.Type | null, name: ts.PropertyName, checker: ts.TypeChecker): ts.Type | null {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? memberOf(type, name.text, checker) : null;
}

type Callable = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration;

/** The name by which a function of a file is called; of a callback there is none. */
export function calledAs(owner: ts.SignatureDeclaration): ts.Identifier | undefined {
  if (ts.isFunctionDeclaration(owner)) return owner.name;
  const { parent } = owner;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name : undefined;
}

/** The function whose result this expression is, parentheses aside: `() => ({…})`. */
function functionReturning(node: ts.Expression): Callable | null {
  const parent = node.parent;
  if (isTransparent(parent)) return functionReturning(parent);
  if (ts.isArrowFunction(parent) && parent.body === node) return parent;
  if (!ts.isReturnStatement(parent)) return null;
  const owner = scopeOf(parent);
  const isCallable =
    ts.isArrowFunction(owner) || ts.isFunctionExpression(owner) || ts.isFunctionDeclaration(owner);
  return isCallable ? owner : null;
}

/**
 * Where a callback's result decides a call's type, that type is made of the very object that is asked about, or of the
 * one that it is a member of.
 */
function isOwnResult(node: ts.Expression, type: ts.Type): boolean {
  const owner = functionReturning(node);
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => {
    const made = part.symbol?.declarations?.[0];
    if (made === undefined || !ts.isObjectLiteralExpression(made)) return false;
    if (owner === null) return made === node;
    return made.getSourceFile() === owner.getSourceFile() && owner.pos <= made.pos && made.end <= owner.end;
  });
}

/** An argument: of a query whose client's type is hidden, or added to a list. */
function wantedOfArgument(call: ts.CallExpression, program: TypedProgram): ts.Type | null {
  const query = asQuery(call, program);
  if (query !== null) return program.typeOf(query.model, "args");
  const callee = call.expression;
  const [target] = call.arguments;
  if (target !== undefined && isAssignedTo(target)) return wantedOfPlace(target, program);
  if (!ts.isPropertyAccessExpression(callee) || !/^(push|unshift|concat)$/.test(callee.name.text))
    return null;
  return elementOf(wantedOfPlace(callee.expression, program), program.checker);
}

/** A callback of a mapping call returns an element of what the call is wanted as; a local function what its calls are. */
const wantedOfResult = perNode((owner: Callable, program) => {
  const call = owner.parent;
  if (ts.isCallExpression(call)) return isMapping(call) ? wantedOfItems(call, program) : null;
  const name = calledAs(owner);
  if (name === undefined) return null;
  const symbol = program.checker.getSymbolAtLocation(name);
  let found: ts.Type | null = null;
  const visit = (node: ts.Node): void => {
    if (found !== null) return;
    const use = ts.isIdentifier(node) && node.text === name.text && node !== name ? node.parent : undefined;
    if (
      use !== undefined &&
      ts.isCallExpression(use) &&
      program.checker.getSymbolAtLocation(node) === symbol
    ) {
      if (use.expression === node) found = wantedType(use, program);
      else if (isMapping(use)) found = wantedOfItems(use, program);
    }
    ts.forEachChild(node, visit);
  };
  visit(owner.getSourceFile());
  return found;
});

function isMapping(call: ts.CallExpression): boolean {
  const callee = call.expression;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
  return ["map", "asyncMap", "flatMap"].includes(name);
}

/** What the elements of a mapping's result are wanted as. */
function wantedOfItems(call: ts.CallExpression, program: TypedProgram): ts.Type | null {
  let outer: ts.Expression = call;
  if (ts.isPropertyAccessExpression(outer.parent) && ts.isCallExpression(outer.parent.parent))
    outer = outer.parent.parent;
  if (ts.isCallExpression(outer.parent) && outer.parent.arguments[0] === outer) outer = outer.parent;
  return elementOf(wantedType(outer, program), program.checker);
}
