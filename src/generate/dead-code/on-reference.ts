import { ts } from "ts-morph";
import type { PrismaRole } from "../../graph/types/typed-program.js";
import type { Cause, Deadness } from "./deadness.js";
import { isAssignment } from "../names/context.js";
import { isSearch } from "../names/find-declaration.js";
import { roleOf } from "./queries.js";
import { meaningsOf, shorthandTargets, type Meaning } from "../names/resolve.js";
import { namesColumn } from "./view.js";
import { onDeadFilter } from "./where.js";

/** Looks at one place of a name that something removed has, and acts if the removed thing is meant. */
export function onReference(state: Deadness, node: ts.Identifier | ts.StringLiteral, cause: Cause): void {
  if (state.isGone(node)) return;
  const parent = node.parent;
  if (ts.isShorthandPropertyAssignment(parent)) {
    const targets = shorthandTargets(parent, state.program);
    if (allDead(state, targets)) return onDeadKey(state, parent, targets, cause);
  }
  if (ts.isStringLiteral(node) && namesColumn(node)) return onColumn(state, node, cause);
  const meanings = meaningsOf(node, state.program);
  if (!allDead(state, meanings)) return;
  act(state, node, meanings, cause);
}

/** A column that rows are told apart or grouped by. */
function onColumn(state: Deadness, node: ts.StringLiteral, cause: Cause): void {
  let holder: ts.Node = node;
  while (!ts.isObjectLiteralExpression(holder)) holder = holder.parent;
  const owner = roleOf(holder, state.program);
  if (owner?.role !== "args" || !state.deadFields.has(`${owner.model}.${node.text}`)) return;
  state.absentify(node, { ...cause, how: "selects" });
}

function allDead(state: Deadness, meanings: readonly Meaning[]): boolean {
  return meanings.length > 0 && meanings.every((meaning) => isDead(state, meaning));
}

export function isDead(state: Deadness, meaning: Meaning): boolean {
  if (meaning.kind === "model") return state.deadModels.has(meaning.model);
  if (meaning.kind === "field") {
    return state.deadModels.has(meaning.model) || state.deadFields.has(`${meaning.model}.${meaning.field}`);
  }
  return meaning.declarations.every(
    (declaration) => state.deadDeclarations.has(declaration) || state.isGone(declaration),
  );
}

function act(
  state: Deadness,
  node: ts.Identifier | ts.StringLiteral,
  meanings: readonly Meaning[],
  cause: Cause,
): void {
  const parent = node.parent;
  if (isDeclarationName(node)) return;
  if (ts.isPropertyAssignment(parent) && parent.name === node)
    return onDeadKey(state, parent, meanings, cause);
  if (ts.isShorthandPropertyAssignment(parent)) return state.absentify(node as ts.Identifier, cause);
  if (ts.isBindingElement(parent)) return state.declare(parent, cause);
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return state.remove(parent, cause);
  if (ts.isImportClause(parent) || ts.isNamespaceImport(parent))
    return state.remove(declarationOf(parent), cause);
  if (ts.isNamespaceExport(parent)) return state.remove(parent.parent, cause);
  if (ts.isExportAssignment(parent)) return state.remove(parent, cause);
  if (ts.isLiteralTypeNode(parent)) return onNameInType(state, parent, cause);
  if (inType(node)) return state.push({ kind: "type", node: typeNodeOf(node), cause });
  if (ts.isPropertyAccessExpression(parent) && parent.name === node)
    return onDeadAccess(state, parent, meanings, cause);
  if (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) {
    return onDeadAccess(state, parent, meanings, cause);
  }
  if (ts.isExpressionWithTypeArguments(parent)) return state.declare(parent.parent.parent, cause);
  if (ts.isIdentifier(node)) state.absentify(node, cause);
}

/** `IX["title"]` is nothing any more, `Pick<IX, "id" | "title">` has a member less, and `Omit` misses nothing. */
function onNameInType(state: Deadness, name: ts.LiteralTypeNode, cause: Cause): void {
  const { parent } = name;
  const holder = ts.isUnionTypeNode(parent) ? parent.parent : parent;
  const isOmit = ts.isTypeReferenceNode(holder) && holder.typeName.getText() === "Omit";
  if (
    isOmit &&
    (!ts.isUnionTypeNode(parent) || parent.types.every((each) => each === name || state.isGone(each)))
  )
    return;
  state.push({ kind: "type", node: name, cause });
}

/** A key of an object literal that names something removed. */
function onDeadKey(
  state: Deadness,
  key: ts.PropertyAssignment | ts.ShorthandPropertyAssignment,
  meanings: readonly Meaning[],
  cause: Cause,
): void {
  const role = queryRole(state, key, meanings);
  if (role === "where") return onDeadFilter(state, key, { ...cause, how: "filters" });
  const how = role === null ? "maps" : HOW[role];
  if (role === null && isTestOf(state, key) && declarationsOf(meanings).some(isSearch)) {
    // A search that lost a filter finds something else; what a test expects of it cannot be kept.
    return state.absentify(key.parent, { ...cause, how });
  }
  state.remove(key, { ...cause, how });
  // Who reads the member back from this very object reads nothing.
  state.push({ kind: "references", node: key, cause: { ...cause, how } });
}

function declarationsOf(meanings: readonly Meaning[]): readonly ts.Node[] {
  return meanings.flatMap((meaning) => (meaning.kind === "declared" ? meaning.declarations : []));
}

function isTestOf(state: Deadness, node: ts.Node): boolean {
  return (state.program.pathOf(node.getSourceFile()) ?? "").startsWith("test/features/");
}

function queryRole(
  state: Deadness,
  key: ts.PropertyAssignment | ts.ShorthandPropertyAssignment,
  meanings: readonly Meaning[],
): PrismaRole | null {
  const [meaning] = meanings;
  if (meaning?.kind === "field") return meaning.role;
  return roleOf(key.parent, state.program)?.role ?? null;
}

const HOW: Readonly<Record<PrismaRole, string>> = {
  row: "reads",
  where: "filters",
  select: "selects",
  orderBy: "orders by",
  data: "writes",
  args: "queries",
  count: "counts",
};

/** `row.comments`, or `where.comment_id = …`, which is a key written apart. */
function onDeadAccess(
  state: Deadness,
  access: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  meanings: readonly Meaning[],
  cause: Cause,
): void {
  const parent = access.parent;
  const written = ts.isBinaryExpression(parent) && isAssignment(parent) && parent.left === access;
  if (!written) return state.absentify(access, cause);
  const [meaning] = meanings;
  const filter = meaning?.kind === "field" && meaning.role === "where";
  if (!ts.isExpressionStatement(parent.parent) || (filter && !underCondition(parent))) {
    return state.ask(filter ? "filter" : "assignment", parent, cause);
  }
  state.remove(parent.parent, { ...cause, how: filter ? "filters" : "writes" });
}

function underCondition(node: ts.Node): boolean {
  for (let at = node; !ts.isFunctionLike(at) && !ts.isSourceFile(at); at = at.parent) {
    if (ts.isIfStatement(at)) return true;
  }
  return false;
}

function declarationOf(node: ts.Node): ts.Node {
  let at = node;
  while (!ts.isImportDeclaration(at) && !ts.isSourceFile(at.parent)) at = at.parent;
  return at;
}

function isDeclarationName(node: ts.Node): boolean {
  const parent = node.parent;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isClassDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isModuleDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isGetAccessorDeclaration(parent) ||
      ts.isEnumDeclaration(parent)) &&
    parent.name === node
  );
}

function inType(node: ts.Node): boolean {
  const parent = node.parent;
  return (
    ts.isQualifiedName(parent) ||
    ts.isTypeReferenceNode(parent) ||
    ts.isTypeQueryNode(parent) ||
    ts.isImportTypeNode(parent)
  );
}

/** The whole type that a dead name decides: `IBbsComment.ICreate` for `IBbsComment`. */
function typeNodeOf(node: ts.Node): ts.Node {
  let at = node.parent;
  while (ts.isQualifiedName(at)) at = at.parent;
  return at;
}
