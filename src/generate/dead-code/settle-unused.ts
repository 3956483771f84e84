import { ts } from "ts-morph";
import type { Cause, Deadness } from "./deadness.js";
import { isAssignment } from "../names/context.js";
import { asQuery, isWrite } from "../names/query-call.js";

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
    return node.initializer === undefined || isPure(node.initializer) ? node.name : null;
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

/** Whether leaving an expression out changes nothing but its value. Reading from the database does not. */
function isPure(node: ts.Expression): boolean {
  let pure = true;
  const visit = (at: ts.Node): void => {
    if (!pure) return;
    if (ts.isFunctionLike(at)) return;
    if (ts.isCallExpression(at) && !isPureCall(at)) pure = false;
    if (ts.isTaggedTemplateExpression(at)) pure = false;
    if (
      ts.isBinaryExpression(at) &&
      at.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      at.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    )
      pure = false;
    ts.forEachChild(at, visit);
  };
  visit(node);
  return pure;
}

function isPureCall(call: ts.CallExpression): boolean {
  const callee = call.expression;
  if (ts.isPropertyAccessExpression(callee) && READS.has(callee.name.text)) return true;
  return PURE.test(callee.getText());
}

const PURE = new RegExp(
  `^(${[
    "typia\\.(random|misc\\.\\w+)",
    "(RandomGenerator|Math|Object|JSON|Date|globalThis\\.Date|Array|Number)\\.\\w+",
    "Number|String|Boolean|parseInt|parseFloat|v4|toISOStringSafe",
    "\\w+Transformer\\.(select|transform)",
    "ArrayUtil\\.(asyncMap|repeat)",
    "PasswordUtil\\.hash|bcrypt\\.hash|jwt\\.sign",
  ].join("|")})$`,
);

const READS: ReadonlySet<string> = new Set(
  (
    "findMany findFirst findUnique count aggregate groupBy " +
    "map filter find some every slice join trim toISOString toLowerCase toUpperCase getTime includes get has flatMap " +
    "reduce concat split replace sort at keys values entries flat indexOf startsWith endsWith substring toString toFixed"
  ).split(" "),
);

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
    const write = ts.isVariableDeclaration(node) ? writeAround(place) : null;
    if (state.isGone(place)) had = had || write === null;
    else if (write === null) return null;
    else writes.push(write);
  }
  return had ? writes : null;
}

/** The statement `n++`, `n += 1` or `n = 1` that does nothing but write to a name. */
function writeAround(name: ts.Identifier): ts.Statement | null {
  const writer = name.parent;
  if (!ts.isExpressionStatement(writer.parent)) return null;
  if (ts.isPostfixUnaryExpression(writer)) return writer.parent;
  if (ts.isPrefixUnaryExpression(writer) && STEPS.has(writer.operator)) return writer.parent;
  if (!ts.isBinaryExpression(writer) || writer.left !== name || !isAssignment(writer)) return null;
  return isPure(writer.right) ? writer.parent : null;
}

const STEPS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusPlusToken,
  ts.SyntaxKind.MinusMinusToken,
]);

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
    if (node.namedBindings === undefined) state.remove(node.parent, cause);
    return;
  }
  const query = ts.isVariableDeclaration(node) ? initialQuery(state, node) : null;
  if (query !== null && isWrite(query)) return;
  state.remove(node, cause);
}

function initialQuery(state: Deadness, node: ts.VariableDeclaration): ReturnType<typeof asQuery> {
  let at = node.initializer;
  while (at !== undefined && (ts.isAwaitExpression(at) || ts.isParenthesizedExpression(at)))
    at = at.expression;
  return at !== undefined && ts.isCallExpression(at) ? asQuery(at, state.program) : null;
}
