import { ts } from "ts-morph";
import type { Cause, Deadness } from "./deadness.js";
import { isTransparent } from "../names/known-type.js";
import { isPure } from "./pure.js";
import { writeAround } from "./write-around.js";

/**
 * Names that had uses, all of which went: variables without effects, destructured members, local functions and
 * imports. Names that were unused before stay as they were.
 */
export function settleUnused(state: Deadness): void {
  const lost = [...state.lostNames];
  state.lostNames.clear();
  for (const [file, names] of lost) {
    const cause = firstCause(state, file);
    if (cause === null || state.deletedFiles.has(state.program.pathOf(file) ?? "")) continue;
    const visit = (node: ts.Node): void => {
      if (state.removed.has(node)) return;
      const name = candidateName(node);
      const writes =
        name !== null && names.has(name.text) && !state.isGone(node)
          ? usesButWrites(state, node, name, file)
          : null;
      if (writes !== null) {
        for (const write of writes) state.remove(write, cause);
        drop(state, node, cause);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
}

function firstCause(state: Deadness, file: ts.SourceFile): Cause | null {
  const reasons = state.reasons.get(state.program.pathOf(file) ?? "");
  return reasons === undefined ? null : ([...reasons.values()][0] ?? null);
}

/** The name of a declaration that may go when nobody uses it. */
function candidateName(node: ts.Node): ts.Identifier | null {
  if (ts.isImportSpecifier(node) || ts.isNamespaceImport(node)) return node.name;
  if (ts.isImportClause(node)) return node.name ?? null;
  if (ts.isVariableDeclaration(node)) {
    if (
      !ts.isIdentifier(node.name) ||
      isExported(node.parent.parent) ||
      !ts.isVariableStatement(node.parent.parent)
    )
      return null;
    const { initializer } = node;
    return initializer === undefined || isPure(initializer) || effectOf(node) !== null ? node.name : null;
  }
  if (ts.isBindingElement(node)) {
    const inObject = ts.isObjectBindingPattern(node.parent) && node.dotDotDotToken === undefined;
    return inObject && ts.isIdentifier(node.name) && !hasRest(node.parent) ? node.name : null;
  }
  if (ts.isFunctionDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) {
    return isExported(node) ? null : (node.name ?? null);
  }
  return null;
}

function hasRest(pattern: ts.BindingPattern): boolean {
  return pattern.elements.some((one) => ts.isBindingElement(one) && one.dotDotDotToken !== undefined);
}

function isExported(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some((one) => one.kind === ts.SyntaxKind.ExportKeyword)
  );
}

/** Null while a name is used; what still writes to it, where every other use went. */
function usesButWrites(
  state: Deadness,
  node: ts.Node,
  name: ts.Identifier,
  file: ts.SourceFile,
): readonly ts.Statement[] | null {
  const symbol = state.program.checker.getSymbolAtLocation(name);
  const writes: ts.Statement[] = [];
  let had = false;
  for (const place of state.view.placesOf(name.text, file)) {
    if (place === name || !ts.isIdentifier(place)) continue;
    if (ts.isImportSpecifier(node) && place === node.propertyName) continue;
    if (!refersTo(state, place, symbol)) continue;
    const write = ts.isVariableDeclaration(node) ? writeAround(node, place) : null;
    if (state.isGone(place)) had = had || write === null;
    else if (write === null) return null;
    else writes.push(write);
  }
  return had ? writes : null;
}

function refersTo(state: Deadness, place: ts.Identifier, symbol: ts.Symbol | undefined): boolean {
  const checker = state.program.checker;
  const parent = place.parent;
  if (ts.isShorthandPropertyAssignment(parent))
    return checker.getShorthandAssignmentValueSymbol(parent) === symbol;
  if (ts.isPropertyAccessExpression(parent) && parent.name === place) return false;
  if (ts.isPropertyAssignment(parent) && parent.name === place) return false;
  if (ts.isQualifiedName(parent) && parent.right === place) return false;
  const found = checker.getSymbolAtLocation(place);
  return found === undefined || symbol === undefined ? found === symbol : found === symbol;
}

function drop(state: Deadness, node: ts.Node, cause: Cause): void {
  if (ts.isNamespaceImport(node)) return state.remove(node.parent.parent, cause);
  if (ts.isImportClause(node)) {
    const { name, namedBindings } = node;
    const isWhole = name === undefined || namedBindings === undefined || state.removed.has(namedBindings);
    return state.remove(isWhole ? node.parent : name, cause);
  }
  const effect = ts.isVariableDeclaration(node) ? effectOf(node) : null;
  if (effect !== null) state.replace(node.parent.parent, effect, cause);
  else state.remove(node, cause);
}

/** What is done to get the value of a variable, where that is more than reading. */
function effectOf(node: ts.VariableDeclaration): ts.Expression | null {
  const isAlone = ts.isVariableDeclarationList(node.parent) && node.parent.declarations.length === 1;
  let at = node.initializer;
  if (at === undefined || isPure(at) || !isAlone) return null;
  while (isTransparent(at) && !ts.isAwaitExpression(at)) at = at.expression;
  return ts.isAwaitExpression(at) || ts.isCallExpression(at) ? at : null;
}
