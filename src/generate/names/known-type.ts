import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import { hiddenRow } from "./hidden-row.js";
import { elementOf, isOpaque, memberOf, membersOf } from "./members.js";
import { perNode } from "./per-node.js";
import { asQuery } from "./query-call.js";

/**
 * The type of an expression. Where the code hides it (`const prisma: any`, `(row: any) => …`), what flows into the
 * expression says it.
 */
export const knownType = perNode((node: ts.Expression, program) => {
  const { checker } = program;
  const written = checker.getTypeAtLocation(node);
  if (!isOpaque(written, checker)) return written;
  const of = (inner: ts.Expression): ts.Type | null => knownType(inner, program);
  if (isTransparent(node)) return of(node.expression);
  if (ts.isCallExpression(node)) return knownResult(node, program);
  if (ts.isPropertyAccessExpression(node)) return memberType(of(node.expression), node.name.text, program);
  if (ts.isElementAccessExpression(node)) return elementOf(of(node.expression), checker);
  if (ts.isConditionalExpression(node)) return of(node.whenTrue) ?? of(node.whenFalse);
  if (ts.isBinaryExpression(node)) return of(node.left) ?? of(node.right);
  const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  return declaration === undefined ? null : knownDeclaration(declaration, program);
});

/** What an object pattern takes apart. */
export function knownPattern(pattern: ts.ObjectBindingPattern, program: TypedProgram): ts.Type | null {
  const written = program.checker.getTypeAtLocation(pattern);
  if (!isOpaque(written, program.checker)) return written;
  const owner = pattern.parent;
  if (ts.isVariableDeclaration(owner))
    return owner.initializer === undefined ? null : knownType(owner.initializer, program);
  return ts.isParameter(owner) ? knownParameter(owner, program) : null;
}

type Transparent =
  | ts.ParenthesizedExpression
  | ts.AsExpression
  | ts.SatisfiesExpression
  | ts.AwaitExpression
  | ts.NonNullExpression;

/** What gives the value of the expression in it. */
export function isTransparent(node: ts.Node): node is Transparent {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isNonNullExpression(node)
  );
}

/** Rows that a query gives, and what list methods make of a list. */
function knownResult(call: ts.CallExpression, program: TypedProgram): ts.Type | null {
  const query = asQuery(call, program);
  if (query !== null) return program.typeOf(query.model, /Many|groupBy/.test(query.method) ? "rows" : "row");
  if (!ts.isPropertyAccessExpression(call.expression)) return null;
  const { expression, name } = call.expression;
  if (SAME.has(name.text)) return knownType(expression, program);
  if (!ONE.has(name.text)) return null;
  return elementOf(knownType(expression, program), program.checker);
}

const SAME: ReadonlySet<string> = new Set(["filter", "slice", "sort", "reverse", "concat"]);
const ONE: ReadonlySet<string> = new Set(["find", "at", "pop", "shift"]);

function memberType(type: ts.Type | null, name: string, program: TypedProgram): ts.Type | null {
  const [symbol] = membersOf(type, name, program.checker);
  return memberOf(type, name, program.checker) ?? hiddenRow(symbol?.valueDeclaration, program);
}

function knownDeclaration(node: ts.Declaration, program: TypedProgram): ts.Type | null {
  const { checker } = program;
  const row = hiddenRow(node, program);
  if (row !== null) return row;
  if (ts.isParameter(node)) return knownParameter(node, program);
  if (ts.isVariableDeclaration(node)) {
    const loop = node.parent.parent;
    if (ts.isForOfStatement(loop)) return elementOf(knownType(loop.expression, program), checker);
    return node.initializer === undefined ? null : knownType(node.initializer, program);
  }
  if (!ts.isBindingElement(node) || !ts.isIdentifier(node.name)) return null;
  const name = (node.propertyName ?? node.name).getText();
  return ts.isObjectBindingPattern(node.parent)
    ? memberType(knownPattern(node.parent, program), name, program)
    : knownElement(node, node.parent, program);
}

/** `const [rows, total] = await Promise.all([…])`: the element at the same position. */
function knownElement(
  node: ts.BindingElement,
  pattern: ts.ArrayBindingPattern,
  program: TypedProgram,
): ts.Type | null {
  let value = ts.isVariableDeclaration(pattern.parent) ? pattern.parent.initializer : undefined;
  while (value !== undefined && (isTransparent(value) || ts.isCallExpression(value)))
    value = ts.isCallExpression(value) ? value.arguments[0] : value.expression;
  if (value === undefined || !ts.isArrayLiteralExpression(value)) return null;
  const element = value.elements[pattern.elements.indexOf(node)];
  return element === undefined ? null : knownType(element, program);
}

/** A parameter of a callback gets an element of the list; one of a local function what its callers give. */
const knownParameter = perNode((node: ts.ParameterDeclaration, program) => {
  const owner = node.parent;
  const index = owner.parameters.indexOf(node);
  if ((ts.isArrowFunction(owner) || ts.isFunctionExpression(owner)) && ts.isCallExpression(owner.parent))
    return knownItem(owner, owner.parent, index, program);
  const name = ts.isFunctionDeclaration(owner)
    ? owner.name
    : ts.isVariableDeclaration(owner.parent) && ts.isIdentifier(owner.parent.name)
      ? owner.parent.name
      : undefined;
  if (name === undefined) return null;
  const symbol = program.checker.getSymbolAtLocation(name);
  let found: ts.Type | null = null;
  const visit = (at: ts.Node): void => {
    if (found !== null) return;
    if (ts.isIdentifier(at) && at !== name && at.text === name.text && ts.isCallExpression(at.parent)) {
      if (program.checker.getSymbolAtLocation(at) === symbol) found = givenTo(at, at.parent, index, program);
    }
    ts.forEachChild(at, visit);
  };
  visit(node.getSourceFile());
  return found;
});

function givenTo(
  name: ts.Identifier,
  call: ts.CallExpression,
  index: number,
  program: TypedProgram,
): ts.Type | null {
  if (call.expression !== name) return knownItem(name, call, index, program);
  const argument = call.arguments[index];
  return argument === undefined ? null : knownType(argument, program);
}

/** `rows.map((row) => …)`, `ArrayUtil.asyncMap(rows, (row) => …)`. */
function knownItem(
  callback: ts.Expression,
  call: ts.CallExpression,
  index: number,
  program: TypedProgram,
): ts.Type | null {
  if (!ts.isPropertyAccessExpression(call.expression)) return null;
  const { expression, name } = call.expression;
  const [first] = call.arguments;
  const list = /^async/.test(name.text) && first !== callback ? first : expression;
  const items = name.text === "sort" ? [0, 1] : name.text === "reduce" ? [1] : [0];
  if (list === undefined || !items.includes(index)) return null;
  return elementOf(knownType(list, program), program.checker);
}
