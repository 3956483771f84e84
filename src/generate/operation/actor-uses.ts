import { ts } from "ts-morph";
import type { Span } from "../../source/edit.js";
import { declaredIn } from "./local-names.js";
import { onlyRefuses, ownRowCheck } from "./own-row-check.js";

/** A check of whose rows are meant, which goes with the actor that it asks for. */
export interface Cover {
  readonly kind: "refusal" | "condition";
  readonly node: ts.Node;
  readonly span: Span;
}

/** Where a body speaks of the actor: `props.member`, or `member` where it was taken out of them. */
export function actorUses(body: ts.Node, actor: string): readonly ts.Expression[] {
  const uses: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (isActor(node, actor)) uses.push(node);
    else ts.forEachChild(node, visit);
  };
  visit(body);
  return uses;
}

function isActor(node: ts.Node, actor: string): node is ts.Expression {
  if (ts.isPropertyAccessExpression(node)) return node.getText() === `props.${actor}`;
  if (!ts.isIdentifier(node) || node.text !== actor) return false;
  const { parent } = node;
  const named =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isBindingElement(parent) ||
    ts.isPropertySignature(parent);
  return !named;
}

/** The check that a use belongs to: a refusal, or a condition of a search; null where it is anything else. */
export function coverOf(use: ts.Expression, actor: string, owner: ts.FunctionDeclaration): Cover | null {
  const check = ownRowCheck(use, owner);
  const [first, last = first] = check ?? [];
  if (first !== undefined && last !== undefined)
    return {
      kind: "refusal",
      node: last,
      span: { start: statementSpan(first).start, end: statementSpan(last).end },
    };
  for (let node: ts.Node = use; node !== owner; node = node.parent) {
    const { parent } = node;
    if (ts.isIfStatement(parent) && parent.expression === node)
      return isRefusal(parent, actor) ? { kind: "refusal", node: parent, span: statementSpan(parent) } : null;
    if (ts.isPropertyAssignment(parent) && parent.initializer === node && isWhere(parent.parent, owner))
      return asksNothingElse(parent, actor, owner)
        ? { kind: "condition", node: parent, span: entrySpan(parent) }
        : null;
    if (ts.isStatement(parent)) return null;
  }
  return null;
}

/** An `if` that does nothing but throw, and asks for nothing but the actor. */
function isRefusal(node: ts.IfStatement, actor: string): boolean {
  if (!onlyRefuses(node)) return false;
  const comparisons = (each: ts.Expression): readonly ts.Expression[] =>
    ts.isBinaryExpression(each) && each.operatorToken.kind === ts.SyntaxKind.BarBarToken
      ? [...comparisons(each.left), ...comparisons(each.right)]
      : [each];
  return comparisons(node.expression).every(
    (each) =>
      ts.isBinaryExpression(each) &&
      /^!==?$/.test(each.operatorToken.getText()) &&
      actorUses(each, actor).length === 1,
  );
}

/** The conditions of a query itself, not of what it selects. */
function isWhere(literal: ts.ObjectLiteralExpression, owner: ts.FunctionDeclaration): boolean {
  let node: ts.Node = literal.parent;
  while (ts.isSatisfiesExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node))
    node = node.parent;
  if (ts.isVariableDeclaration(node))
    return /where/i.test(node.name.getText()) && isQueried(node.name.getText(), owner);
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== "where") return false;
  const call = node.parent.parent;
  return (
    ts.isCallExpression(call) &&
    /\bprisma\s*\.\w+\s*\.(find|count|update|delete)\w*$/.test(call.expression.getText())
  );
}

function isQueried(name: string, owner: ts.FunctionDeclaration): boolean {
  return new RegExp(`\\bwhere(:\\s*${name})?\\b`).test(owner.getText());
}

/** Whether a condition speaks of the actor alone: a row may be told by its owner and by something else at once. */
function asksNothingElse(
  entry: ts.PropertyAssignment,
  actor: string,
  owner: ts.FunctionDeclaration,
): boolean {
  if (entry.name.getText() === "id" || entry.parent.properties.length === 1) return false;
  const locals = declaredIn(owner);
  let alone = true;
  const visit = (node: ts.Node): void => {
    if (isActor(node, actor)) return;
    if (ts.isPropertyAssignment(node)) return visit(node.initializer);
    if (ts.isPropertyAccessExpression(node)) return visit(node.expression);
    if (ts.isIdentifier(node) && locals.has(node.text) && node.text !== actor) alone = false;
    ts.forEachChild(node, visit);
  };
  visit(entry.initializer);
  return alone;
}

function statementSpan(node: ts.Statement): Span {
  const text = node.getSourceFile().text;
  const first = ts.getLeadingCommentRanges(text, node.getFullStart())?.[0]?.pos ?? node.getStart();
  const line = text.lastIndexOf("\n", first - 1) + 1;
  const next = text.indexOf("\n", node.end);
  // A blank line behind stays only where there is one in front, too, or a statement.
  return text.slice(line, first).trim() === "" && next !== -1
    ? { start: line, end: next + 1 }
    : { start: first, end: node.end };
}

function entrySpan(entry: ts.PropertyAssignment): Span {
  const { properties } = entry.parent;
  const index = properties.findIndex((each) => each === entry);
  const next = properties[index + 1];
  const before = properties[index - 1];
  if (next !== undefined) return { start: entry.getStart(), end: next.getStart() };
  return { start: before?.end ?? entry.getStart(), end: entry.end };
}
