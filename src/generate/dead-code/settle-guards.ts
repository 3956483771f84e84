import { ts } from "ts-morph";
import type { Notice } from "../notice.js";
import { endsInThrow, weighs } from "./on-constant.js";
import type { Cause, Deadness } from "./deadness.js";
import { asQuery, isWrite } from "../names/query-call.js";

/**
 * A guard that nothing passes any more, in a branch that stays: "if it is about a reply, there has to be one" comes to
 * refuse whatever is about replies. No check is lost by that, and the other branches are as they were. What would have
 * followed in the branch goes; it is a question where that had an effect of its own, where the guard stands in no
 * branch, and where no other branch would be left. The same holds for the throw at the end of a chain of conditions.
 */
export function settleGuards(state: Deadness): boolean {
  let changed = false;
  for (const { construct, node, cause } of state.waiting()) {
    if (!ts.isIfStatement(node) || isTest(state, node) || weighs(node.expression)) continue;
    const kept = construct === "negative guard" ? node.thenStatement : lastOfChain(construct, node);
    const rest = restOf(node);
    const branch = branchAround(state, node);
    if (kept === undefined || branch === null || namesGone(state, branch)) continue;
    if (rest.some((each) => hasEffect(state, each))) continue;
    const other = node.elseStatement;
    if (other !== undefined && other !== kept && hasEffect(state, other)) continue;
    state.open.delete(node);
    state.replace(node, kept, cause);
    state.closed.add(kept);
    for (const each of rest) if (!state.isGone(each)) state.remove(each, cause);
    if (ts.isIfStatement(branch) && branch.thenStatement === node.parent) foldLater(state, branch, cause);
    changed = true;
  }
  return changed;
}

/** Whether a branch is entered by something that is called like a removed member, whatever hides its type. */
function namesGone(state: Deadness, branch: ts.IfStatement | ts.CaseClause): boolean {
  const names = new Set([...state.deadFields.keys()].map((field) => field.split(".").at(-1)));
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && names.has(node.text)) ||
    ts.forEachChild(node, (child) => visit(child) || undefined) === true;
  return visit(branch.expression);
}

/** The branches that are left and do nothing but refuse. */
export function closedBranches(state: Deadness): readonly Notice[] {
  return [...state.closed]
    .filter((node) => !state.isGone(node))
    .map((node) => {
      const file = node.getSourceFile();
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const text = node.getText().replaceAll(/^\{\s*|\s*\}$/g, "");
      return { kind: "closed-branch", path: state.program.pathOf(file) ?? "", line, text };
    });
}

/** The throw at the end of a chain that lost a condition. */
function lastOfChain(construct: string, node: ts.IfStatement): ts.Statement | undefined {
  return construct === "chain of conditions" ? node.elseStatement : undefined;
}

function isTest(state: Deadness, node: ts.Node): boolean {
  return !(state.program.pathOf(node.getSourceFile()) ?? "").startsWith("src/");
}

/** What stands after a statement in its block or case. */
function restOf(statement: ts.Statement): readonly ts.Statement[] {
  const list = statement.parent;
  if (!ts.isBlock(list) && !ts.isCaseClause(list)) return [];
  return list.statements.slice(list.statements.indexOf(statement) + 1);
}

/** The branch that a statement stands in: entered in some cases only, and others go on. */
function branchAround(state: Deadness, statement: ts.Node): ts.IfStatement | ts.CaseClause | null {
  for (let at = statement; !ts.isFunctionLike(at.parent) && !ts.isSourceFile(at.parent); at = at.parent) {
    const branch = at.parent;
    if (ts.isCatchClause(branch) || ts.isConditionalExpression(branch)) return null;
    if (ts.isCaseClause(branch)) return hasOtherCase(state, branch) ? branch : null;
    if (!ts.isIfStatement(branch)) continue;
    const other = branch.thenStatement === at ? branch.elseStatement : branch.thenStatement;
    if (other === undefined ? hasOtherValue(state, branch) : goesOn(state, other)) return branch;
  }
  return null;
}

/** Whether a side does something that stays, and does not end in a throw itself. */
function goesOn(state: Deadness, side: ts.Statement): boolean {
  if (state.isGone(side)) return false;
  if (ts.isIfStatement(side)) return goesOn(state, side.thenStatement);
  return !endsInThrow(side) && !(ts.isBlock(side) && side.statements.some((each) => stuckIn(state, each)));
}

/** A guard beside this one that nothing passes either. */
function stuckIn(state: Deadness, statement: ts.Statement): boolean {
  return state.open.get(statement)?.construct === "negative guard";
}

/** Whether `if (type === "reply")` is one of several values that are asked for, another of which goes on. */
function hasOtherValue(state: Deadness, branch: ts.IfStatement): boolean {
  const asked = equality(branch.expression);
  if (asked === null) return true;
  const others = equalitiesAround(branch).filter(
    (each) => each.left.getText() === asked.left.getText() && each.right.getText() !== asked.right.getText(),
  );
  return (
    others.length === 0 ||
    others.some((each) => ts.isIfStatement(each.parent) && goesOn(state, each.parent.thenStatement))
  );
}

function hasOtherCase(state: Deadness, clause: ts.CaseClause): boolean {
  return clause.parent.clauses.some(
    (each) =>
      each !== clause &&
      ts.isCaseClause(each) &&
      !state.isGone(each) &&
      each.statements.length > 0 &&
      !each.statements.some((one) => endsInThrow(one) || stuckIn(state, one)),
  );
}

/** After a branch that always throws, what it asked for does not hold. */
function foldLater(state: Deadness, branch: ts.IfStatement, cause: Cause): void {
  const asked = equality(branch.expression);
  if (asked === null) return;
  for (const later of equalitiesAround(branch)) {
    if (later.pos < branch.end || later.left.getText() !== asked.left.getText()) continue;
    if (later.right.getText() === asked.right.getText()) state.fold(later, false, cause);
  }
}

function equality(node: ts.Expression): ts.BinaryExpression | null {
  const isEqual =
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken;
  return isEqual && ts.isStringLiteralLike(node.right) ? node : null;
}

/** Every `… === "…"` in the function around a node. */
function equalitiesAround(node: ts.Node): readonly ts.BinaryExpression[] {
  let owner = node;
  while (!ts.isSourceFile(owner) && !ts.isFunctionLike(owner)) owner = owner.parent;
  const found: ts.BinaryExpression[] = [];
  const visit = (at: ts.Node): void => {
    const one = ts.isBinaryExpression(at) ? equality(at) : null;
    if (one !== null) found.push(one);
    ts.forEachChild(at, visit);
  };
  visit(owner);
  return found;
}

/** Whether a statement writes something that stays. */
function hasEffect(state: Deadness, statement: ts.Node): boolean {
  if (state.isGone(statement)) return false;
  const query = ts.isCallExpression(statement) ? asQuery(statement, state.program) : null;
  if (query !== null && isWrite(query) && !state.deadModels.has(query.model)) return true;
  return ts.forEachChild(statement, (child) => hasEffect(state, child) || undefined) === true;
}
