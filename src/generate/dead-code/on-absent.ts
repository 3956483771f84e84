import { ts } from "ts-morph";
import type { Cause, Deadness } from "./deadness.js";
import { isAssignment, scopeOf } from "../names/context.js";
import { argumentsOf } from "./arguments-of.js";
import { onAbsentValue } from "./on-absent-value.js";
import { isNothing } from "./on-constant.js";
import { roleOf } from "./queries.js";
import { asQuery } from "../names/query-call.js";

/** An expression whose value came from something removed: what is made of it follows. */
export function onAbsent(state: Deadness, node: ts.Expression, cause: Cause): void {
  if (state.absent.has(node) || state.isGone(node)) return;
  state.absent.add(node);
  state.explain(node, cause);
  const parent = node.parent;
  const statement = state.statementLeftAs(node);
  if (statement !== null) return state.remove(statement, cause);
  if (state.stoodForParent(node)) return state.absentify(parent as ts.Expression, cause);
  const rule = RULES[parent.kind];
  if (rule !== undefined) return rule(state, node, cause);
  state.ask("expression", node, cause);
}

type Rule = (state: Deadness, node: ts.Expression, cause: Cause) => void;

const propagate: Rule = (state, node, cause) => state.absentify(node.parent as ts.Expression, cause);
const removeParent: Rule = (state, node, cause) => state.remove(node.parent, cause);

const RULES: Readonly<Partial<Record<ts.SyntaxKind, Rule>>> = {
  [ts.SyntaxKind.ParenthesizedExpression]: propagate,
  [ts.SyntaxKind.AsExpression]: propagate,
  [ts.SyntaxKind.SatisfiesExpression]: propagate,
  [ts.SyntaxKind.TypeAssertionExpression]: propagate,
  [ts.SyntaxKind.NonNullExpression]: propagate,
  [ts.SyntaxKind.AwaitExpression]: propagate,
  [ts.SyntaxKind.PropertyAccessExpression]: propagate,
  [ts.SyntaxKind.ElementAccessExpression]: propagate,
  [ts.SyntaxKind.DeleteExpression]: propagate,
  [ts.SyntaxKind.VoidExpression]: propagate,
  [ts.SyntaxKind.TypeOfExpression]: propagate,
  [ts.SyntaxKind.NewExpression]: propagate,
  [ts.SyntaxKind.TaggedTemplateExpression]: propagate,
  [ts.SyntaxKind.TemplateSpan]: (state, node, cause) =>
    state.absentify(node.parent.parent as ts.TemplateExpression, cause),
  [ts.SyntaxKind.ExpressionStatement]: removeParent,
  [ts.SyntaxKind.SpreadAssignment]: removeParent,
  [ts.SyntaxKind.SpreadElement]: (state, node, cause) =>
    onElement(state, node.parent as ts.SpreadElement, cause),
  [ts.SyntaxKind.ForOfStatement]: (state, node, cause) => onLoop(state, node, cause),
  [ts.SyntaxKind.ForInStatement]: (state, node, cause) => onLoop(state, node, cause),
  [ts.SyntaxKind.WhileStatement]: removeParent,
  [ts.SyntaxKind.ExportAssignment]: removeParent,
  [ts.SyntaxKind.PropertyDeclaration]: (state, node, cause) => state.declare(node.parent, cause),
  [ts.SyntaxKind.Decorator]: removeParent,
  [ts.SyntaxKind.CallExpression]: (state, node, cause) => onCallPart(state, node, cause),
  [ts.SyntaxKind.VariableDeclaration]: (state, node, cause) => state.declare(node.parent, cause),
  [ts.SyntaxKind.PropertyAssignment]: (state, node, cause) =>
    onAbsentValue(state, node.parent as ts.PropertyAssignment, cause),
  [ts.SyntaxKind.ShorthandPropertyAssignment]: (state, node, cause) =>
    onAbsentValue(state, node.parent as ts.ShorthandPropertyAssignment, cause),
  [ts.SyntaxKind.ArrayLiteralExpression]: (state, node, cause) => onElement(state, node, cause),
  [ts.SyntaxKind.BinaryExpression]: (state, node, cause) => onOperand(state, node, cause),
  [ts.SyntaxKind.PrefixUnaryExpression]: (state, node, cause) => {
    const parent = node.parent as ts.PrefixUnaryExpression;
    if (parent.operator === ts.SyntaxKind.ExclamationToken) state.fold(parent, true, cause);
    else state.absentify(parent, cause);
  },
  [ts.SyntaxKind.ConditionalExpression]: (state, node, cause) => onArm(state, node, cause),
  [ts.SyntaxKind.IfStatement]: (state, node, cause) => state.fold(node, false, cause),
  [ts.SyntaxKind.SwitchStatement]: removeParent,
  [ts.SyntaxKind.CaseClause]: removeParent,
  [ts.SyntaxKind.ReturnStatement]: (state, node, cause) => onReturn(state, node, cause),
  [ts.SyntaxKind.ArrowFunction]: (state, node, cause) => onArrowBody(state, node, cause),
  [ts.SyntaxKind.Parameter]: (state, node, cause) => onDefault(state, node, cause),
};

function onLoop(state: Deadness, node: ts.Expression, cause: Cause): void {
  state.remove(node.parent, cause);
}

/** A list element goes; a result that a binding takes out of the list by position goes with it. */
function onElement(state: Deadness, node: ts.Expression, cause: Cause): void {
  const list = node.parent;
  if (!ts.isArrayLiteralExpression(list)) return onCallPart(state, node, cause);
  state.remove(node, cause);
  const variable = variableOf(list);
  if (variable !== null && ts.isArrayBindingPattern(variable.name)) {
    const binding = variable.name.elements[list.elements.indexOf(node)];
    if (binding !== undefined) return state.declare(binding, cause);
  } else if (variable !== null) state.shortened.set(list, { variable, cause });
  const path = state.program.pathOf(node.getSourceFile()) ?? "";
  // An assertion over a list of values compares by position.
  if (path.startsWith("test/features/") && !ts.isArrayLiteralExpression(node) && isAsserted(list))
    state.absentify(list, cause);
}

function isAsserted(list: ts.ArrayLiteralExpression): boolean {
  const call = list.parent;
  return ts.isCallExpression(call) && /^TestValidator\b/.test(call.expression.getText());
}

/** In `const [a, b] = await Promise.all([x, y])` what the results are kept in. */
function variableOf(list: ts.ArrayLiteralExpression): ts.VariableDeclaration | null {
  let at: ts.Node = list.parent;
  while (
    ts.isCallExpression(at) ||
    ts.isAwaitExpression(at) ||
    ts.isAsExpression(at) ||
    ts.isParenthesizedExpression(at)
  ) {
    if (ts.isCallExpression(at) && !/(\.all|\$transaction)$/.test(at.expression.getText())) return null;
    at = at.parent;
  }
  return ts.isVariableDeclaration(at) ? at : null;
}

function onCallPart(state: Deadness, node: ts.Expression, cause: Cause): void {
  const call = node.parent as ts.CallExpression;
  if (call.expression === node) return state.absentify(call, cause);
  if (/^Math\.(min|max)$/.test(call.expression.getText()) && call.arguments.length > 1)
    return state.remove(node, cause);
  const query = asQuery(call, state.program);
  if (query !== null && /^(findMany|findFirst|findFirstOrThrow|count)$/.test(query.method))
    return state.remove(node, cause);
  const callee = call.expression;
  // What compares equal stays in its order.
  if (ts.isPropertyAccessExpression(callee) && /^(sort|toSorted)$/.test(callee.name.text)) {
    if (ts.isExpressionStatement(call.parent)) return state.remove(call.parent, cause);
    return state.replace(call, callee.expression, cause);
  }
  state.absentify(call, cause);
}

function onOperand(state: Deadness, node: ts.Expression, cause: Cause): void {
  const parent = node.parent as ts.BinaryExpression;
  const isLeft = parent.left === node;
  const other = isLeft ? parent.right : parent.left;
  if (isAssignment(parent)) return onAssignment(state, parent, isLeft, cause);
  switch (parent.operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return isCondition(parent) ? state.fold(parent, false, cause) : state.absentify(parent, cause);
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      if (state.absent.has(other) || isNothing(other)) return state.absentify(parent, cause);
      if (isCondition(parent)) return state.fold(node, false, cause);
      return state.replace(parent, other, cause);
    case ts.SyntaxKind.PlusToken:
    case ts.SyntaxKind.MinusToken:
      if (state.absent.has(other) || isText(other)) return state.absentify(parent, cause);
      if (!isLeft || parent.operatorToken.kind === ts.SyntaxKind.PlusToken)
        return state.replace(parent, other, cause);
      return state.absentify(parent, cause);
    case ts.SyntaxKind.AsteriskToken:
    case ts.SyntaxKind.SlashToken:
    case ts.SyntaxKind.PercentToken:
      return state.absentify(parent, cause);
    default:
      // The other side may turn out to be absent as well.
      state.comparisons.set(parent, cause);
  }
}

function isText(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

/** Whether an expression stands where only its truth counts. */
function isCondition(node: ts.Expression): boolean {
  let at: ts.Node = node;
  while (ts.isParenthesizedExpression(at.parent) || ts.isBinaryExpression(at.parent)) at = at.parent;
  const parent = at.parent;
  if (ts.isPrefixUnaryExpression(parent)) return true;
  return (ts.isIfStatement(parent) || ts.isConditionalExpression(parent)) && contains(parent, at);
}

function contains(parent: ts.IfStatement | ts.ConditionalExpression, at: ts.Node): boolean {
  return (ts.isIfStatement(parent) ? parent.expression : parent.condition) === at;
}

function onAssignment(state: Deadness, assignment: ts.BinaryExpression, isLeft: boolean, cause: Cause): void {
  if (!ts.isExpressionStatement(assignment.parent)) return state.ask("assignment", assignment, cause);
  if (isLeft && state.absent.has(assignment.left)) return state.remove(assignment.parent, cause);
  state.remove(assignment.parent, cause);
}

/** `c ? dead : b`: where b says "nothing" the whole is absent; otherwise the removed case cannot occur any more. */
function onArm(state: Deadness, node: ts.Expression, cause: Cause): void {
  const choice = node.parent as ts.ConditionalExpression;
  if (choice.condition === node) return state.fold(node, false, cause);
  const other = choice.whenTrue === node ? choice.whenFalse : choice.whenTrue;
  if (isNothing(other) || state.absent.has(other)) return state.absentify(choice, cause);
  // Rows that cannot be sorted by it any more are sorted as if nobody had asked for it.
  if (roleOf(choice, state.program)?.role === "orderBy") return state.replace(choice, other, cause);
  state.ask("choice", choice, cause);
}

/** A parameter that nobody gives anything else than its default goes with it. */
function onDefault(state: Deadness, node: ts.Expression, cause: Cause): void {
  const parameter = node.parent as ts.ParameterDeclaration;
  const given = argumentsOf(state, parameter).some(
    (argument) => !state.absent.has(argument) && !state.isGone(argument),
  );
  if (given) state.ask("default value", node, cause);
  else state.declare(parameter, cause);
}

function onReturn(state: Deadness, node: ts.Expression, cause: Cause): void {
  const statement = node.parent as ts.ReturnStatement;
  state.absentReturns.set(statement, cause);
  state.shrunk.set(scopeOf(statement), cause);
}

function onArrowBody(state: Deadness, node: ts.Expression, cause: Cause): void {
  const arrow = node.parent as ts.ArrowFunction;
  state.absentReturns.set(arrow, cause);
  state.absentify(arrow, cause);
}
