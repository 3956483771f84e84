import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import { asQuery } from "../names/query-call.js";
import { valueSymbolOf } from "../names/value-symbol.js";
import { calledAs } from "../names/context.js";

/**
 * What says what is read with a row: the argument of its query, the part of it that is about a related row (which may
 * be no more than `true`), or the query itself where it has no argument.
 */
export type RowQuery = ts.Expression;

/** The queries that an expression's row comes from; null where one of its sources is not known. */
export function queriesOf(node: ts.Expression, program: TypedProgram): readonly RowQuery[] | null {
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    (ts.isElementAccessExpression(node) && !ts.isStringLiteral(node.argumentExpression))
  )
    return queriesOf(node.expression, program);
  if (ts.isIdentifier(node)) return ofVariable(node, program);
  if (ts.isPropertyAccessExpression(node)) return below(node, program);
  if (ts.isConditionalExpression(node)) return together([node.whenTrue, node.whenFalse], program);
  if (ts.isBinaryExpression(node) && /^(\?\?|\|\|)$/.test(node.operatorToken.getText()))
    return together([node.left, node.right], program);
  return ts.isCallExpression(node) ? ofCall(node, program) : null;
}

function together(nodes: readonly ts.Expression[], program: TypedProgram): readonly RowQuery[] | null {
  const found = nodes.map((each) => queriesOf(each, program));
  return found.every((each) => each !== null) ? [...new Set(found.flat())] : null;
}

function ofVariable(node: ts.Identifier, program: TypedProgram): readonly RowQuery[] | null {
  const declaration = program.checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (declaration === undefined || declaration.getSourceFile() !== node.getSourceFile()) return null;
  if (ts.isBindingElement(declaration)) return ofElement(declaration, program);
  if (ts.isParameter(declaration)) return ofParameter(declaration, program);
  if (!ts.isVariableDeclaration(declaration)) return null;
  if (declaration.initializer !== undefined) return queriesOf(declaration.initializer, program);
  const loop = declaration.parent.parent;
  return ts.isForOfStatement(loop) ? queriesOf(loop.expression, program) : null;
}

/** `const [rows, total] = await Promise.all([…])`. */
function ofElement(element: ts.BindingElement, program: TypedProgram): readonly RowQuery[] | null {
  const pattern = element.parent;
  const { parent } = pattern;
  if (!ts.isArrayBindingPattern(pattern) || !ts.isVariableDeclaration(parent)) return null;
  const awaited = parent.initializer;
  const call = awaited !== undefined && ts.isAwaitExpression(awaited) ? awaited.expression : awaited;
  if (call === undefined || !ts.isCallExpression(call)) return null;
  if (!/^Promise\.all$|\.\$transaction$/.test(call.expression.getText())) return null;
  const [list] = call.arguments;
  if (list === undefined || !ts.isArrayLiteralExpression(list)) return null;
  const source = list.elements[pattern.elements.indexOf(element)];
  return source === undefined ? null : queriesOf(source, program);
}

/** `rows.map((row) => …)`, and a function that is called by its name in the same file. */
function ofParameter(parameter: ts.ParameterDeclaration, program: TypedProgram): readonly RowQuery[] | null {
  const owner = parameter.parent;
  const index = owner.parameters.indexOf(parameter);
  const call = owner.parent;
  if (ts.isCallExpression(call) && call.arguments.includes(owner as ts.Expression))
    return index === 0 ? ofRows(call, program) : null;
  const name = calledAs(owner);
  if (name === undefined) return null;
  const found: (readonly RowQuery[] | null)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name.text && node !== name && !ts.isTypeNode(node.parent)) {
      const use = node.parent;
      if (ts.isCallExpression(use) && use.expression === node) {
        const given = use.arguments[index];
        found.push(given === undefined ? null : queriesOf(given, program));
      } else if (ts.isCallExpression(use)) found.push(index === 0 ? ofRows(use, program) : null);
    }
    ts.forEachChild(node, visit);
  };
  visit(owner.getSourceFile());
  return found.length > 0 && found.every((each) => each !== null) ? [...new Set(found.flat())] : null;
}

/** The rows that a call hands to its callback one by one. */
function ofRows(call: ts.CallExpression, program: TypedProgram): readonly RowQuery[] | null {
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee)) return null;
  if (callee.name.text === "asyncMap") {
    const [rows] = call.arguments;
    return rows === undefined ? null : queriesOf(rows, program);
  }
  return /^(map|flatMap|forEach|filter)$/.test(callee.name.text)
    ? queriesOf(callee.expression, program)
    : null;
}

function ofCall(call: ts.CallExpression, program: TypedProgram): readonly RowQuery[] | null {
  const query = asQuery(call, program);
  const callee = call.expression;
  if (query !== null) {
    if (/^(count|aggregate|groupBy|\w+Many)$/.test(query.method) && query.method !== "findMany") return null;
    const [given] = call.arguments;
    if (given === undefined) return [call];
    const options = literalOf(given, program);
    return options === null ? null : [options];
  }
  const same = /^(filter|slice|sort|toSorted|reverse|find|at|catch)$/;
  return ts.isPropertyAccessExpression(callee) && same.test(callee.name.text)
    ? queriesOf(callee.expression, program)
    : null;
}

/** What a query says of the rows that a relation leads to. */
function below(node: ts.PropertyAccessExpression, program: TypedProgram): readonly RowQuery[] | null {
  const above = queriesOf(node.expression, program);
  const found = above?.map((query) => memberOf(query, node.name.text, program)) ?? [null];
  return found.every((each) => each !== null) ? [...new Set(found)] : null;
}

function memberOf(query: RowQuery, name: string, program: TypedProgram): ts.Expression | null {
  for (const kind of ["select", "include"]) {
    const value = entryOf(query, kind);
    const literal = value === null ? null : literalOf(value, program);
    const member = literal === null ? null : entryOf(literal, name);
    if (member !== null)
      return member.kind === ts.SyntaxKind.TrueKeyword ? member : literalOf(member, program);
  }
  return null;
}

/** The value of an entry of an object literal; null without one. */
export function entryOf(node: ts.Expression, name: string): ts.Expression | null {
  if (!ts.isObjectLiteralExpression(node)) return null;
  for (const each of node.properties) {
    if (each.name?.getText() !== name) continue;
    if (ts.isPropertyAssignment(each)) return each.initializer;
    if (ts.isShorthandPropertyAssignment(each)) return each.name;
  }
  return null;
}

/** The object literal that an expression is, or that its variable was given. */
export function literalOf(node: ts.Expression, program: TypedProgram): ts.ObjectLiteralExpression | null {
  if (ts.isObjectLiteralExpression(node)) return node;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return literalOf(node.expression, program);
  if (!ts.isIdentifier(node)) return null;
  const { checker } = program;
  const symbol = valueSymbolOf(node, checker);
  const declaration = symbol?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return null;
  if (declaration.initializer === undefined || declaration.getSourceFile() !== node.getSourceFile())
    return null;
  return literalOf(declaration.initializer, program);
}
