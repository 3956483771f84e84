import { ts } from "ts-morph";
import type { Cause, Deadness } from "./deadness.js";
import { isConditional, queryAround } from "./queries.js";
import { isWrite } from "../names/query-call.js";

type Key = ts.ObjectLiteralElementLike;

/**
 * What becomes of a `where` key over something removed. With the removed thing absent a filter is either true for
 * every row (`none`, `null`: it goes), optional (it goes), or true for no row: then the query finds nothing, and
 * dropping the key alone would widen its result.
 */
export function onDeadFilter(state: Deadness, key: Key, cause: Cause): void {
  if (ts.isPropertyAssignment(key)) return settleFilter(state, key, verdictOf(key.initializer, state), cause);
  if (ts.isShorthandPropertyAssignment(key))
    return settleFilter(state, key, optionality(key.name, state), cause);
  state.ask("filter", key, cause);
}

/** What becomes of a filter that compares a kept column with something absent. */
export function onAbsentFilter(state: Deadness, member: Key, value: ts.Expression, cause: Cause): void {
  if (isConditional(member) || mayBeLeftOut(value, state))
    return settleFilter(state, member, "optional", cause);
  // Everything differs from what is not there.
  if (/^(not|notIn)$/.test(member.name?.getText() ?? "")) return wrapperHolds(state, member, cause);
  settleFilter(state, member, "fails", cause);
}

type Verdict = "holds" | "optional" | "fails";

function settleFilter(state: Deadness, key: Key, verdict: Verdict, cause: Cause): void {
  const isChoice = verdict === "optional" && isAlternative(key);
  if (verdict === "fails" || isChoice) return fails(state, key.parent, key, cause);
  holds(state, key, cause);
}

/** Whether a key stands in one of several conditions of which one is enough. */
function isAlternative(key: Key): boolean {
  const list = outside(key.parent);
  if (!ts.isArrayLiteralExpression(list)) return false;
  const owner = outside(list);
  return ts.isPropertyAssignment(owner) && owner.name.getText() === "OR";
}

/** A condition that is always true goes. A write asks first: it would change rows that it spared. */
function holds(state: Deadness, key: Key, cause: Cause): void {
  const query = queryAround(key, state.program);
  if (query !== null && isWrite(query)) return state.ask("filter", key, cause);
  state.remove(key, cause);
}

/** A condition that no row meets: whatever needs it fails too, whatever excludes it holds. */
function fails(state: Deadness, node: ts.Node, key: Key, cause: Cause): void {
  if (!ts.isObjectLiteralExpression(node)) return state.ask("filter", key, cause);
  const holder = outside(node);
  if (ts.isArrayLiteralExpression(holder)) {
    const owner = outside(holder);
    const word = ts.isPropertyAssignment(owner) ? owner.name.getText() : "";
    if (word === "OR" || word === "NOT") return state.remove(elementOf(holder, node), cause);
    if (word === "AND") return fails(state, owner.parent, key, cause);
    if (isConditional(node)) return state.remove(elementOf(holder, node), cause);
    return state.ask("filter", key, cause);
  }
  if (!ts.isPropertyAssignment(holder)) {
    // A filter that is only there if a request asks for it goes as a whole; what a function makes, its callers decide.
    const isResult = ts.isArrowFunction(holder) || ts.isReturnStatement(holder);
    return isResult || isConditional(node) ? state.absentify(node, cause) : state.ask("filter", key, cause);
  }
  switch (holder.name.getText()) {
    case "where":
      return emptyQuery(state, key, cause);
    case "NOT":
      return holds(state, holder, cause);
    case "none":
    case "isNot":
      return wrapperHolds(state, holder, cause);
    case "OR":
    case "every":
      return state.ask("filter", key, cause);
    default:
      return fails(state, holder.parent, key, cause);
  }
}

/** In `notes: { none: … }` the whole filter holds, unless it says more. */
function wrapperHolds(state: Deadness, member: Key, cause: Cause): void {
  const wrapper = member.parent;
  const alone = ts.isObjectLiteralExpression(wrapper) && wrapper.properties.length === 1;
  const holder = outside(wrapper);
  if (alone && ts.isPropertyAssignment(holder)) return holds(state, holder, cause);
  holds(state, member, cause);
}

/** A filter that lost all its conditions: it holds for every row. */
export function onEmptyFilter(state: Deadness, node: ts.ObjectLiteralExpression, cause: Cause): void {
  const holder = outside(node);
  if (ts.isVariableDeclaration(holder)) return state.replace(node, "{}", cause);
  if (ts.isArrayLiteralExpression(holder)) {
    const owner = outside(holder);
    const word = ts.isPropertyAssignment(owner) ? owner.name.getText() : "";
    if (word === "OR" && ts.isPropertyAssignment(owner)) return holds(state, owner, cause);
    if (word === "NOT" && ts.isPropertyAssignment(owner)) return fails(state, owner.parent, owner, cause);
    return state.remove(elementOf(holder, node), cause);
  }
  if (!ts.isPropertyAssignment(holder)) return state.absentify(node, cause);
  switch (holder.name.getText()) {
    case "where":
      return onEmptyWhere(state, holder, node, cause);
    case "NOT":
      return fails(state, holder.parent, holder, cause);
    case "AND":
      return holds(state, holder, cause);
    case "every":
      return wrapperHolds(state, holder, cause);
    default:
      state.replace(node, "{}", cause);
  }
}

function onEmptyWhere(
  state: Deadness,
  holder: ts.PropertyAssignment,
  node: ts.ObjectLiteralExpression,
  cause: Cause,
): void {
  const query = queryAround(holder, state.program);
  if (query !== null && isWrite(query)) return state.ask("filter", node, cause);
  state.remove(holder, cause);
}

/** `OR`, `AND` or `NOT` over a list that lost all its elements, because no row meets any of them. */
export function onEmptyList(state: Deadness, node: ts.ArrayLiteralExpression, cause: Cause): boolean {
  const owner = outside(node);
  if (!ts.isPropertyAssignment(owner)) return false;
  const word = owner.name.getText();
  if (word === "AND" || word === "NOT") holds(state, owner, cause);
  else if (word !== "OR") return false;
  else if (isConditional(owner) || node.elements.every(ts.isSpreadElement)) holds(state, owner, cause);
  else fails(state, owner.parent, owner, cause);
  return true;
}

/** A query that can find nothing any more: what it gives is absent, what it would change is nothing. */
function emptyQuery(state: Deadness, key: ts.Node, cause: Cause): void {
  const query = queryAround(key, state.program);
  if (query === null) return state.ask("filter", key, cause);
  state.absentify(query.call, cause);
}

/** What holds a value, past what only says how it is typed. */
function outside(node: ts.Node): ts.Node {
  let at = node.parent;
  while (ts.isParenthesizedExpression(at) || ts.isAsExpression(at) || ts.isSatisfiesExpression(at))
    at = at.parent;
  return at;
}

function elementOf(list: ts.ArrayLiteralExpression, node: ts.Node): ts.Node {
  return list.elements.find((each) => each.pos <= node.pos && node.end <= each.end) ?? node;
}

function verdictOf(value: ts.Expression, state: Deadness): Verdict {
  if (value.kind === ts.SyntaxKind.NullKeyword) return "holds";
  if (ts.isObjectLiteralExpression(value)) {
    const [first] = value.properties;
    if (first !== undefined && value.properties.length === 1 && ts.isPropertyAssignment(first)) {
      const word = first.name.getText();
      if (word === "none" || word === "every") return "holds";
      const isNull = first.initializer.kind === ts.SyntaxKind.NullKeyword;
      if ((word === "is" || word === "equals") && isNull) return "holds";
      if (word === "isNot" && !isNull) return "holds";
    }
    return value.properties.some(ts.isSpreadAssignment) ? "optional" : "fails";
  }
  return optionality(value, state);
}

/** A value that may be undefined filters only when it is there. */
function optionality(value: ts.Node, state: Deadness): Verdict {
  if (ts.isConditionalExpression(value) || ts.isBinaryExpression(value)) {
    return /\bundefined\b/.test(value.getText()) ? "optional" : "fails";
  }
  const type = state.program.checker.getTypeAtLocation(value);
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => (part.flags & ts.TypeFlags.Undefined) !== 0) ? "optional" : "fails";
}

/** A value that need not be there, as of a property that a request may leave out: without it nothing is filtered. */
function mayBeLeftOut(value: ts.Expression, state: Deadness): boolean {
  if (ts.isConditionalExpression(value) || ts.isBinaryExpression(value))
    return /\bundefined\b/.test(value.getText());
  if (ts.isObjectLiteralExpression(value))
    return value.properties.length > 0 && value.properties.every(ts.isSpreadAssignment);
  const at = ts.isNonNullExpression(value) || ts.isAsExpression(value) ? value.expression : value;
  if (!ts.isPropertyAccessExpression(at)) return false;
  const declaration = state.program.checker.getSymbolAtLocation(at.name)?.valueDeclaration;
  if (declaration === undefined || !ts.isPropertySignature(declaration)) return false;
  const path = state.program.pathOf(declaration.getSourceFile()) ?? "";
  return path.startsWith("src/api/structures/") && declaration.questionToken !== undefined;
}
