import { ts } from "ts-morph";
import type { Cause, Deadness } from "./deadness.js";
import { isNothing } from "./on-constant.js";

/** Comparisons of something absent: what null, undefined or zero would give. */
export function settleComparisons(state: Deadness): void {
  const waiting = [...state.comparisons];
  state.comparisons.clear();
  for (const [comparison, cause] of waiting) {
    if (!state.isGone(comparison)) settleComparison(state, comparison, cause);
  }
}

function settleComparison(state: Deadness, comparison: ts.BinaryExpression, cause: Cause): void {
  const { left, right, operatorToken } = comparison;
  const word = operatorToken.getText();
  const a = numberOf(state, left);
  const b = numberOf(state, right);
  const compare = ORDERS.get(word);
  if (compare !== undefined && a !== null && b !== null) return state.fold(comparison, compare(a, b), cause);
  const isLeft = state.absent.has(left);
  const other = isLeft ? right : left;
  if (EQUAL.has(word)) return state.fold(comparison, isNothing(other) || state.absent.has(other), cause);
  if (UNEQUAL.has(word)) return state.fold(comparison, !isNothing(other) && !state.absent.has(other), cause);
  if (word === "in" || word === "instanceof") return state.fold(comparison, false, cause);
  // `absent < limit` holds where there is none: a check that can only pass.
  if (compare !== undefined) return state.fold(comparison, compare(isLeft ? 0 : 1, isLeft ? 1 : 0), cause);
  state.ask("comparison", comparison, cause);
}

/** A number as written; none of something is zero. */
function numberOf(state: Deadness, node: ts.Expression): number | null {
  if (state.absent.has(node)) return 0;
  return ts.isNumericLiteral(node) ? Number(node.text) : null;
}

const ORDERS: ReadonlyMap<string, (a: number, b: number) => boolean> = new Map([
  [">", (a, b) => a > b],
  [">=", (a, b) => a >= b],
  ["<", (a, b) => a < b],
  ["<=", (a, b) => a <= b],
]);

const EQUAL: ReadonlySet<string> = new Set(["===", "=="]);
const UNEQUAL: ReadonlySet<string> = new Set(["!==", "!="]);
