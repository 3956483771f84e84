import { ts } from "ts-morph";
import { expectedBeside } from "./expected-beside.js";
import { literalOf } from "./literals.js";
import type { Occurrence, Occurrences } from "./occurrences.js";
import { nothingOf } from "./read-of.js";
import { carriedShape, type Retyping } from "./retyping.js";
import type { ValueWriter } from "./value-writer.js";

/** Looks at what is done with a value that is read: literals beside it follow, and what it cannot serve is refused. */
export function useOfRead(
  read: ts.Node,
  occurrence: Occurrence,
  retyping: Retyping,
  occurrences: Occurrences,
  writer: ValueWriter,
  refuse: (node: ts.Node, why: string) => void,
): void {
  if (retyping.widens) return;
  const changed =
    occurrence.kind === "carried"
      ? carriedShape(retyping.from) !== carriedShape(retyping.to)
      : retyping.from !== retyping.to;
  const top = outermost(read);
  const { parent } = top;
  const beside = comparedWith(top);
  if (beside !== null) {
    for (const other of beside) settleBeside(other, changed, occurrences, writer, refuse);
    return;
  }
  if (ts.isSwitchStatement(parent)) {
    for (const clause of parent.caseBlock.clauses)
      if (ts.isCaseClause(clause)) settleBeside(clause.expression, changed, occurrences, writer, refuse);
    return;
  }
  if (!changed) {
    for (const expected of expectedBeside(top)) writer.settleKnown(expected);
    return;
  }
  const moments = retyping.from === "moment" || retyping.to === "moment";
  if (isAsked(top) && moments) return;
  if (ts.isTemplateSpan(parent) && (occurrence.kind === "carried" || !moments)) return;
  if (ts.isExpressionStatement(parent) || ts.isVoidExpression(parent)) return;
  refuse(
    top,
    `${JSON.stringify(aroundOf(top))} works with the old type, and may not with ${writer.typeText()}`,
  );
}

/** Whether a condition only wants to know if there is a value. */
function isAsked(top: ts.Node): boolean {
  const { parent } = top;
  if (ts.isIfStatement(parent)) return parent.expression === top;
  if (ts.isConditionalExpression(parent)) return parent.condition === top;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  return ts.isBinaryExpression(parent) && parent.left === top && LOGIC.has(parent.operatorToken.kind);
}

const LOGIC: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
]);

function settleBeside(
  node: ts.Expression,
  changed: boolean,
  occurrences: Occurrences,
  writer: ValueWriter,
  refuse: (node: ts.Node, why: string) => void,
): void {
  if (nothingOf(node) !== null || writer.readOf(node) !== null || occurrences.ofRead(node) !== null) return;
  const literal = literalOf(node);
  if (literal !== null) return writer.settleLiteral(node, literal);
  if (changed && !writer.follows(node))
    refuse(node, `${JSON.stringify(node.getText())} is compared with it, and may be of the old type`);
}

/** The other values of an equation, or of a test's expectation; null where there is none. */
export function comparedWith(top: ts.Node): readonly ts.Expression[] | null {
  const { parent } = top;
  if (ts.isBinaryExpression(parent) && EQUATIONS.has(parent.operatorToken.kind))
    return [parent.left === top ? parent.right : parent.left];
  if (!ts.isCallExpression(parent) || !/^TestValidator\b/.test(parent.expression.getText())) return null;
  const chain: ts.CallExpression[] = [parent];
  for (let at: ts.Expression = parent.expression; ts.isCallExpression(at); at = at.expression) chain.push(at);
  for (let at: ts.Node = parent.parent; ts.isCallExpression(at) && at.expression === chain[0]; at = at.parent)
    chain.unshift(at);
  // The first one is the expectation's title.
  return chain
    .flatMap((call) => [...call.arguments])
    .filter((each, index, all) => each !== top && each !== titleOf(chain, all, index));
}

function titleOf(
  chain: readonly ts.CallExpression[],
  all: readonly ts.Expression[],
  index: number,
): ts.Expression | null {
  const title = chain.at(-1)?.arguments[0];
  return title !== undefined && all[index] === title && ts.isStringLiteralLike(title) ? title : null;
}

const EQUATIONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

export function outermost(node: ts.Node): ts.Node {
  const { parent } = node;
  return ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isNonNullExpression(parent)
    ? outermost(parent)
    : node;
}

function aroundOf(top: ts.Node): string {
  const text = top.parent.getText().replace(/\s+/g, " ");
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
