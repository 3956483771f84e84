import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import { scopeOf } from "../names/context.js";
import type { Occurrences } from "./occurrences.js";
import { valueSymbolOf } from "../names/value-symbol.js";

/**
 * What a constant of a test is made of, where it is given to the column, or compared with it, and serves nothing
 * else; null for any other name. `plain` are types that it may say.
 */
export function followVariable(
  node: ts.Expression,
  program: TypedProgram,
  occurrences: Occurrences,
  plain: readonly string[] = [],
): ts.Expression | null {
  if (!ts.isIdentifier(node)) return null;
  const { checker } = program;
  const symbol = valueSymbolOf(node, checker);
  const declaration = symbol?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return null;
  const { initializer, name, type } = declaration;
  // What says its type would have to say another one.
  if (type !== undefined && !plain.includes(type.getText())) return null;
  if (initializer === undefined || !ts.isIdentifier(name)) return null;
  if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return null;
  let serves = true;
  const visit = (at: ts.Node): void => {
    if (ts.isIdentifier(at) && at.text === name.text && at !== name && refersTo(at, symbol, checker))
      serves &&= isAboutColumn(at, occurrences);
    ts.forEachChild(at, visit);
  };
  visit(scopeOf(declaration));
  return serves && isMade(initializer) ? initializer : null;
}

function refersTo(at: ts.Identifier, symbol: ts.Symbol | undefined, checker: ts.TypeChecker): boolean {
  return valueSymbolOf(at, checker) === symbol;
}

function isAboutColumn(at: ts.Identifier, occurrences: Occurrences): boolean {
  const { parent } = at;
  if (ts.isShorthandPropertyAssignment(parent)) return occurrences.ofShorthand(parent) !== null;
  if (ts.isPropertyAssignment(parent) && parent.initializer === at && ts.isIdentifier(parent.name))
    return occurrences.of(parent.name) !== null;
  const others =
    ts.isCallExpression(parent) && /^TestValidator\b/.test(parent.expression.getText())
      ? parent.arguments
      : ts.isBinaryExpression(parent)
        ? [parent.left, parent.right]
        : [];
  return others.some((other) => occurrences.ofRead(other) !== null);
}

/** Not taken from anything else. */
function isMade(node: ts.Expression): boolean {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return isMade(node.expression);
  return ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isLiteralExpression(node);
}
