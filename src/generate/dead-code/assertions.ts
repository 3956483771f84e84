import { ts } from "ts-morph";
import type { Deadness } from "./deadness.js";

/** How many assertions a test makes that can fail: before the removal, and in what is left. */
export function countAssertions(
  state: Deadness,
  file: ts.SourceFile,
): { readonly before: number; readonly after: number } {
  const all = assertionsIn(file);
  return {
    before: all.filter((each) => !alwaysHolds(each, () => false)).length,
    after: all.filter((each) => !state.isGone(each) && !alwaysHolds(each, (node) => state.isGone(node)))
      .length,
  };
}

/** Statements of an assertion that could fail and of which only `true` is left. */
export function hollowAssertions(state: Deadness): readonly ts.ExpressionStatement[] {
  const found = new Set<ts.ExpressionStatement>();
  for (const node of state.removed) {
    if (!(state.program.pathOf(node.getSourceFile()) ?? "").startsWith("test/features/")) continue;
    const call = callAround(node);
    if (call === null || state.isGone(call)) continue;
    const statement = ts.isAwaitExpression(call.parent) ? call.parent.parent : call.parent;
    if (!ts.isExpressionStatement(statement)) continue;
    if (alwaysHolds(call, (each) => state.isGone(each)) && !alwaysHolds(call, () => false))
      found.add(statement);
  }
  return [...found];
}

/** How often a test calls the API with a connection other than to sign somebody in. */
export function countCalls(file: ts.SourceFile, isGone: (node: ts.Node) => boolean): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && callsApi(node) && !isGone(node)) count++;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return count;
}

function callsApi(call: ts.CallExpression): boolean {
  const callee = call.expression.getText();
  const [first] = call.arguments;
  const isCall =
    /^api\.functional\b/.test(callee) || (first !== undefined && /connection$/i.test(first.getText()));
  return isCall && !/auth|^TestValidator\b/i.test(callee);
}

function assertionsIn(file: ts.SourceFile): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isAssertion(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isAssertion(call: ts.CallExpression): boolean {
  return /^TestValidator\b/.test(call.expression.getText());
}

function callAround(node: ts.Node): ts.CallExpression | null {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent)
    if (ts.isCallExpression(at) && isAssertion(at)) return at;
  return null;
}

/** `TestValidator.predicate("…", true)`, or with a function that does nothing but say so. */
function alwaysHolds(call: ts.CallExpression, isGone: (node: ts.Node) => boolean): boolean {
  if (!/^TestValidator\.predicate$/.test(call.expression.getText())) return false;
  const value = call.arguments.at(-1);
  if (value === undefined) return false;
  if (!ts.isArrowFunction(value) && !ts.isFunctionExpression(value)) return isTrue(value);
  if (!ts.isBlock(value.body)) return isTrue(value.body);
  const [only, ...others] = value.body.statements.filter((each) => !isGone(each));
  return (
    only !== undefined &&
    others.length === 0 &&
    ts.isReturnStatement(only) &&
    only.expression !== undefined &&
    isTrue(only.expression)
  );
}

function isTrue(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.TrueKeyword;
}
