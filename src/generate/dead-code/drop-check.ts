import { ts } from "ts-morph";
import type { Deadness, OpenPlace } from "./deadness.js";

/** Carries out "drop-check": the construct goes, what stands around it stays. */
export function applyDropCheck(state: Deadness, open: OpenPlace): void {
  const { node, cause } = open;
  if (ts.isConditionalExpression(node)) {
    const live = state.absent.has(node.whenTrue) ? node.whenFalse : node.whenTrue;
    return state.replace(node, live, cause);
  }
  if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node))
    return state.remove(node, cause);
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    const isListed = ts.isBlock(at.parent) || ts.isSourceFile(at.parent) || ts.isModuleBlock(at.parent);
    if (isListed || ts.isCaseClause(at.parent)) return state.remove(at, cause);
    if (ts.isTypeElement(at) || ts.isParameter(at)) return state.declare(at, cause);
  }
}
