import { ts } from "ts-morph";
import { scopeOf } from "../names/context.js";
import type { Cause, Deadness } from "./deadness.js";
import { writesKept } from "./queries.js";

/** A condition that absence decides: its branches, its operators and what depends on them follow. */
export function onConstant(state: Deadness, node: ts.Expression, value: boolean, cause: Cause): void {
  if (state.constants.has(node) || state.isGone(node)) return;
  state.constants.set(node, value);
  const parent = node.parent;
  if (state.stoodForParent(node)) return state.fold(parent as ts.Expression, value, cause);
  if (ts.isParenthesizedExpression(parent)) return state.fold(parent, value, cause);
  if (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) {
    return state.fold(parent, !value, cause);
  }
  if (ts.isBinaryExpression(parent)) return onOperand(state, parent, node, value, cause);
  if (ts.isConditionalExpression(parent) && parent.condition === node)
    return onChoice(state, parent, value, cause);
  if (ts.isIfStatement(parent) && parent.expression === node) return onBranch(state, parent, value, cause);
  if ((ts.isWhileStatement(parent) || ts.isForStatement(parent)) && !value)
    return state.remove(parent, cause);
  const assertion = value ? assertionAround(state, parent) : null;
  if (assertion !== null) return state.remove(assertion, cause);
  if (ts.isArrowFunction(parent) && parent.body === node && value) return onPredicate(state, parent, cause);
  if (ts.isVariableDeclaration(parent) && value) return onTrueVariable(state, parent, cause);
  if (!value || ts.isPropertyAssignment(parent) || ts.isCallExpression(parent))
    return state.absentify(node, cause);
  state.ask("condition", node, cause);
}

/** `TestValidator.predicate("…", () => …)`: the statement of a test that asserts what can only hold. */
function assertionAround(state: Deadness, result: ts.Node): ts.Statement | null {
  if (!ts.isReturnStatement(result) && !ts.isArrowFunction(result)) return null;
  if (!(state.program.pathOf(result.getSourceFile()) ?? "").startsWith("test/")) return null;
  const callback = ts.isReturnStatement(result) ? scopeOf(result) : result;
  const call = callback.parent as ts.Node | undefined;
  if (call === undefined || !ts.isCallExpression(call) || !ts.isExpressionStatement(call.parent)) return null;
  return /^TestValidator\.predicate\b/.test(call.expression.getText()) ? call.parent : null;
}

function onOperand(
  state: Deadness,
  parent: ts.BinaryExpression,
  node: ts.Expression,
  value: boolean,
  cause: Cause,
): void {
  const other = parent.left === node ? parent.right : parent.left;
  const known = state.constants.get(other);
  const kind = parent.operatorToken.kind;
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    if (!value) return state.fold(parent, false, cause);
    if (known === true) return state.fold(parent, true, cause);
    const guard = weighs(node) ? guardAround(state, parent) : null;
    // Nobody would pass who had to reach a limit: that closes what it guards.
    if (guard !== null) return state.ask("negative guard", guard, cause);
    return state.replace(parent, other, cause);
  }
  if (kind === ts.SyntaxKind.BarBarToken) {
    if (value) return state.fold(parent, true, cause);
    if (known === false) return state.fold(parent, false, cause);
    return state.replace(parent, other, cause);
  }
  if (
    EQUALITIES.has(kind) &&
    (other.kind === ts.SyntaxKind.TrueKeyword || other.kind === ts.SyntaxKind.FalseKeyword)
  ) {
    const same = value === (other.kind === ts.SyntaxKind.TrueKeyword);
    return state.fold(parent, same !== INEQUALITIES.has(kind), cause);
  }
  if (!value) return state.absentify(node, cause);
  state.ask("condition", parent, cause);
}

/** Whether a condition measures something against a limit, which may be zero: what is not there need not fail it. */
export function weighs(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node) && /^[<>]=?$/.test(node.operatorToken.getText())) return true;
  return ts.forEachChild(node, (child) => weighs(child) || undefined) === true;
}

/** The statement of an operation that refuses where a condition holds that a part is of. */
function guardAround(state: Deadness, part: ts.Expression): ts.IfStatement | null {
  let at: ts.Node = part;
  while (ts.isBinaryExpression(at.parent) || ts.isParenthesizedExpression(at.parent)) at = at.parent;
  const guard = at.parent;
  const isOperation = (state.program.pathOf(part.getSourceFile()) ?? "").startsWith("src/");
  return isOperation && ts.isIfStatement(guard) && endsInThrow(guard.thenStatement) ? guard : null;
}

/** `!==` and `!=`. */
export const INEQUALITIES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

export const EQUALITIES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ...INEQUALITIES,
]);

/** `dead ? a : b` gives b; where b only says "nothing", the whole is absent. */
function onChoice(state: Deadness, choice: ts.ConditionalExpression, value: boolean, cause: Cause): void {
  const chosen = value ? choice.whenTrue : choice.whenFalse;
  if (isNothing(chosen)) return state.absentify(choice, cause);
  state.replace(choice, chosen, cause);
}

/** Whether an expression is a constant that stands for "there is none". */
export function isNothing(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return isNothing(node.expression);
  if (node.kind === ts.SyntaxKind.NullKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return true;
  if (ts.isIdentifier(node)) return node.text === "undefined";
  if (ts.isNumericLiteral(node)) return node.text === "0";
  if (ts.isStringLiteralLike(node)) return node.text === "";
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0;
  return ts.isObjectLiteralExpression(node) && node.properties.length === 0;
}

function onBranch(state: Deadness, branch: ts.IfStatement, value: boolean, cause: Cause): void {
  const kept = value ? branch.thenStatement : branch.elseStatement;
  if (kept === undefined) return state.remove(branch, cause);
  if (!value) {
    if (endsInThrow(kept)) return state.ask("chain of conditions", branch, cause);
    return state.replace(branch, kept, cause);
  }
  const owner = scopeOf(branch);
  if (emptyPageReturn(kept) && ts.isFunctionDeclaration(owner) && !writesKept(state, owner)) {
    return state.declare(owner, cause);
  }
  if (leaves(kept)) return state.ask(endsInThrow(kept) ? "negative guard" : "early return", branch, cause);
  state.replace(branch, kept, cause);
}

/** `return { pagination: …, data: [] }`: from here on the function can only say that there is nothing. */
function emptyPageReturn(node: ts.Statement): boolean {
  if (ts.isBlock(node))
    return node.statements.length === 1 && emptyPageReturn(node.statements[0] as ts.Statement);
  if (!ts.isReturnStatement(node) || node.expression === undefined) return false;
  let page = node.expression;
  while (ts.isAsExpression(page) || ts.isSatisfiesExpression(page) || ts.isParenthesizedExpression(page))
    page = page.expression;
  if (!ts.isObjectLiteralExpression(page)) return false;
  const data = page.properties.find((each) => each.name?.getText() === "data");
  return data !== undefined && ts.isPropertyAssignment(data) && isNothing(data.initializer);
}

/** Whether a branch always ends what comes after it. */
export function leaves(node: ts.Statement): boolean {
  if (ts.isBlock(node)) return node.statements.some(leaves);
  return (
    ts.isThrowStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isContinueStatement(node) ||
    ts.isBreakStatement(node)
  );
}

export function endsInThrow(node: ts.Statement): boolean {
  if (ts.isBlock(node)) return node.statements.some(endsInThrow);
  return ts.isThrowStatement(node);
}

/** A predicate that always holds filters nothing. */
function onPredicate(state: Deadness, arrow: ts.ArrowFunction, cause: Cause): void {
  const call = arrow.parent;
  if (ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression)) {
    if (call.expression.name.text === "filter") return state.replace(call, call.expression.expression, cause);
    if (call.expression.name.text === "every") return state.fold(call, true, cause);
  }
  state.ask("condition", arrow, cause);
}

function onTrueVariable(state: Deadness, variable: ts.VariableDeclaration, cause: Cause): void {
  if (!ts.isIdentifier(variable.name)) return state.ask("condition", variable, cause);
  const symbol = state.program.checker.getSymbolAtLocation(variable.name);
  const places = state.view
    .placesOf(variable.name.text, variable.getSourceFile())
    .filter((place): place is ts.Identifier => ts.isIdentifier(place) && place !== variable.name)
    .filter((place) => state.program.checker.getSymbolAtLocation(place) === symbol);
  for (const place of places) state.fold(place, true, cause);
  state.remove(variable, cause);
}
