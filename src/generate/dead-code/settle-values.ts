import { ts } from "ts-morph";
import { isAssignment, scopeOf } from "../names/context.js";
import { MUTATORS, type Cause, type Deadness } from "./deadness.js";
import { emptyKindOf, emptyMember, emptyValue } from "./empty-value.js";
import { isSearch } from "../names/find-declaration.js";
import { isNothing } from "./on-constant.js";
import { writesKept } from "./queries.js";
import { meaningsOf, shorthandTargets } from "../names/resolve.js";

/** Functions that only return something absent are themselves absent; so is what they give. */
export function settleReturns(state: Deadness): void {
  const owners = new Map<ts.Node, Cause>();
  for (const [statement, cause] of state.absentReturns) {
    if (ts.isReturnStatement(statement) && !state.isGone(statement)) owners.set(scopeOf(statement), cause);
  }
  for (const [owner, cause] of owners) settleFunction(state, owner, cause);
}

function settleFunction(state: Deadness, owner: ts.Node, cause: Cause): void {
  const returns = ownReturns(owner);
  const isAbsent = (statement: ts.ReturnStatement): boolean =>
    state.absentReturns.has(statement) || state.isGone(statement);
  if (!returns.every(isAbsent)) {
    for (const statement of returns.filter((one) => state.absentReturns.has(one) && !state.isGone(one))) {
      const { expression } = statement;
      const empty = expression === undefined ? null : emptyResult(state, owner, expression);
      if (expression === undefined || empty === null) state.ask("result", statement, cause);
      else if (!state.replaced.has(expression)) state.replace(expression, empty, cause);
    }
    return;
  }
  if (ts.isArrowFunction(owner) || ts.isFunctionExpression(owner)) return state.absentify(owner, cause);
  if (ts.isMethodDeclaration(owner)) return state.declare(owner, cause);
  if (!ts.isFunctionDeclaration(owner)) return;
  if (writesKept(state, owner)) return state.ask("result", owner, cause);
  state.declare(owner, cause);
}

/** What stands for an absent result where other results of the function are not absent. */
function emptyResult(state: Deadness, owner: ts.Node, value: ts.Expression): string | null {
  const written = ts.isFunctionLike(owner) ? (owner.type?.getText() ?? "") : "";
  const type = /^Promise<(.*)>$/s.exec(written)?.[1] ?? written;
  return /\bnull\b/.test(type) ? "null" : emptyValue(state, value, emptyKindOf(type));
}

function ownReturns(owner: ts.Node): readonly ts.ReturnStatement[] {
  const found: ts.ReturnStatement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node)) found.push(node);
    else if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(owner, visit);
  return found;
}

/** A declared property that every place gives an absent value is itself removed; otherwise each place is settled. */
export function settleProducers(state: Deadness): void {
  for (const [declaration, members] of state.absentProducers) {
    if (state.deadDeclarations.has(declaration) || !ts.isPropertySignature(declaration)) continue;
    const live = [...members].filter(([member]) => !state.isGone(member));
    const [first] = live;
    if (first === undefined) continue;
    const all = producersOf(state, declaration);
    const isContract = declaresContract(state, declaration) && all.some((member) => !isTest(state, member));
    const isEmpty = (member: ts.Node): boolean =>
      members.has(member as ts.ObjectLiteralElementLike) ||
      (ts.isPropertyAssignment(member) && isNothing(member.initializer));
    if (isContract && all.every(isEmpty)) {
      state.declare(declaration, first[1]);
      continue;
    }
    for (const [member, cause] of live) settleMember(state, declaration, member, cause);
  }
}

/** What the SDK declares follows from the controllers, and tests only use what is declared. */
function declaresContract(state: Deadness, declaration: ts.Node): boolean {
  return !(state.program.pathOf(declaration.getSourceFile()) ?? "").startsWith("src/api/functional/");
}

function isTest(state: Deadness, node: ts.Node): boolean {
  return (state.program.pathOf(node.getSourceFile()) ?? "").startsWith("test/");
}

function settleMember(
  state: Deadness,
  declaration: ts.PropertySignature,
  member: ts.ObjectLiteralElementLike,
  cause: Cause,
): void {
  if (isTest(state, member) && isSearch(declaration) && ts.isObjectLiteralExpression(member.parent)) {
    // Without one of its filters a search finds something else.
    return state.absentify(member.parent, cause);
  }
  const type = declaration.type?.getText() ?? "";
  if (declaration.questionToken !== undefined || /\bundefined\b/.test(type)) {
    state.remove(member, cause);
    // Who reads the member back from this very object reads nothing.
    return state.push({ kind: "references", node: member, cause });
  }
  if (/\bnull\b/.test(type) && ts.isPropertyAssignment(member)) {
    if (!state.replaced.has(member.initializer)) state.replace(member.initializer, "null", cause);
    return;
  }
  if (isTest(state, member) && ts.isObjectLiteralExpression(member.parent)) {
    return state.absentify(member.parent, cause);
  }
  if (isPageData(declaration)) return state.absentify(member.parent as ts.ObjectLiteralExpression, cause);
  if (state.replaced.has(member) || isTest(state, member)) return;
  const empty = emptyMember(state, member, emptyKindOf(type));
  if (empty === null) state.ask("value", member, cause);
  else state.replace(member, empty, cause);
}

/** The list of a page: a page of nothing has no purpose, so what returns it goes with it. */
function isPageData(declaration: ts.PropertySignature): boolean {
  const { parent } = declaration;
  const isPage = ts.isTypeLiteralNode(parent) || ts.isInterfaceDeclaration(parent);
  if (!isPage || declaration.name.getText() !== "data") return false;
  return parent.members.some((each) => each.name?.getText() === "pagination");
}

/** Places that give a declared property its value: those of the backend itself, or of its tests if there are none. */
function producersOf(state: Deadness, declaration: ts.PropertySignature): readonly ts.Node[] {
  let all = state.producers.get(declaration);
  if (all === undefined) state.producers.set(declaration, (all = findProducers(state, declaration)));
  return all.filter((node) => !state.isGone(node));
}

function findProducers(state: Deadness, declaration: ts.PropertySignature): readonly ts.Node[] {
  const name = declaration.name.getText().replace(/^["']|["']$/g, "");
  const found: ts.Node[] = [];
  for (const place of state.view.usesOf(name, declaration)) {
    const parent = place.parent;
    const isMember =
      (ts.isPropertyAssignment(parent) && parent.name === place) || ts.isShorthandPropertyAssignment(parent);
    if (!isMember) continue;
    const meanings = ts.isShorthandPropertyAssignment(parent)
      ? shorthandTargets(parent, state.program)
      : meaningsOf(place, state.program);
    const isMeant = meanings.some(
      (meaning) => meaning.kind === "declared" && meaning.declarations.includes(declaration),
    );
    if (isMeant) found.push(parent);
  }
  const own = found.filter((node) => !isTest(state, node));
  return own.length > 0 ? own : found;
}

/** A variable that lost all its assignments keeps what it began with. If that is nothing, it is absent. */
export function settleStarved(state: Deadness): void {
  for (const [variable, cause] of state.starved) {
    if (state.isGone(variable) || state.deadDeclarations.has(variable) || !ts.isIdentifier(variable.name))
      continue;
    if (assignmentsOf(state, variable).some((node) => !state.isGone(node) && !givesNothing(node))) continue;
    const initial = variable.initializer;
    if (initial === undefined || isNothing(initial) || isEmptyCollection(initial))
      state.declare(variable, cause);
    else if (initial.kind === ts.SyntaxKind.TrueKeyword) state.ask("flag", variable, cause);
  }
  state.starved.clear();
}

function isEmptyCollection(node: ts.Expression): boolean {
  return (
    ts.isNewExpression(node) &&
    /^(Map|Set)$/.test(node.expression.getText()) &&
    (node.arguments?.length ?? 0) === 0
  );
}

/** `x = null`, `counts.set(id, 0)`: a start that only what was removed ever changed. */
function givesNothing(place: ts.Node): boolean {
  const { parent } = place;
  if (ts.isBinaryExpression(parent))
    return parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && isNothing(parent.right);
  const call = ts.isPropertyAccessExpression(parent) && parent.name.text === "set" ? parent.parent : null;
  const value = call !== null && ts.isCallExpression(call) ? call.arguments[1] : undefined;
  return value !== undefined && isNothing(value);
}

/** Everything that gives a variable a new value or content. */
function assignmentsOf(state: Deadness, variable: ts.VariableDeclaration): readonly ts.Node[] {
  const symbol = state.program.checker.getSymbolAtLocation(variable.name);
  return state.view.placesOf(variable.name.getText(), variable.getSourceFile()).filter((place) => {
    if (place === variable.name || state.program.checker.getSymbolAtLocation(place) !== symbol) return false;
    const parent = place.parent;
    if (ts.isBinaryExpression(parent) && parent.left === place) return isAssignment(parent);
    if (ts.isPostfixUnaryExpression(parent) || ts.isPrefixUnaryExpression(parent)) {
      return parent.operator !== ts.SyntaxKind.ExclamationToken;
    }
    if (ts.isElementAccessExpression(parent)) return true;
    return ts.isPropertyAccessExpression(parent) && MUTATORS.has(parent.name.text);
  });
}
