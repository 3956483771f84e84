import { ts } from "ts-morph";
import type { Cause, Deadness } from "./deadness.js";
import { isConditional, queryAround } from "./queries.js";

/**
 * What becomes of a `where` key over something removed. With the removed thing absent a filter is either true for
 * every row (`none`, `null`: it goes), optional (it goes), or true for no row: then the query finds nothing, and
 * dropping the key alone would widen its result.
 */
export function onDeadFilter(state: Deadness, key: ts.ObjectLiteralElementLike, cause: Cause): void {
  if (ts.isPropertyAssignment(key)) return settleFilter(state, key, verdictOf(key.initializer, state), cause);
  if (ts.isShorthandPropertyAssignment(key))
    return settleFilter(state, key, optionality(key.name, state), cause);
  state.ask("filter", key, cause);
}

type Verdict = "holds" | "optional" | "fails";

function settleFilter(
  state: Deadness,
  key: ts.ObjectLiteralElementLike,
  verdict: Verdict,
  cause: Cause,
): void {
  if (verdict !== "fails" || isConditional(key)) return state.remove(key, cause);
  const literal = key.parent;
  const holder = literal.parent;
  if (ts.isArrayLiteralExpression(holder)) {
    const owner = ts.isPropertyAssignment(holder.parent) ? holder.parent : null;
    const word = owner === null ? "" : owner.name.getText();
    if (word === "OR") return state.remove(literal, cause);
    if (word === "NOT") return state.remove(key, cause);
    if (word === "AND" && owner !== null) return settleFilter(state, owner, "fails", cause);
    return state.ask("filter", key, cause);
  }
  if (ts.isPropertyAssignment(holder)) {
    const word = holder.name.getText();
    if (word === "NOT" || word === "none") return state.remove(key, cause);
    if (word === "where") return emptyQuery(state, key, cause);
    if (["AND", "some", "is", "every"].includes(word)) return settleFilter(state, holder, "fails", cause);
    if (word !== "OR") return settleFilter(state, holder, "fails", cause);
  }
  state.ask("filter", key, cause);
}

/** A query that can find nothing any more: what it gives is absent, what it would change is nothing. */
function emptyQuery(state: Deadness, key: ts.ObjectLiteralElementLike, cause: Cause): void {
  const query = queryAround(key, state.program);
  if (query === null) return state.ask("filter", key, cause);
  state.absentify(query.call, cause);
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
