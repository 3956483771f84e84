import { ts } from "ts-morph";
import type { Cause, Deadness } from "./deadness.js";
import { wantedType } from "./context.js";
import { asQuery, isWrite, roleOf } from "./queries.js";

/** Looks at everything that lost a member: what became empty by it goes too. */
export function settleEmpty(state: Deadness): void {
  const shrunk = [...state.shrunk];
  state.shrunk.clear();
  for (const [node, cause] of shrunk) {
    // The table pairs each kind with a rule for that kind of node.
    if (!state.isGone(node)) RULES[node.kind]?.(state, node as never, cause);
  }
}

type Rule = (state: Deadness, node: never, cause: Cause) => void;

const RULES: Readonly<Partial<Record<ts.SyntaxKind, Rule>>> = {
  [ts.SyntaxKind.ObjectLiteralExpression]: onObject,
  [ts.SyntaxKind.ArrayLiteralExpression]: onArray,
  [ts.SyntaxKind.Block]: onBlock,
  [ts.SyntaxKind.CaseClause]: onCase,
  [ts.SyntaxKind.CaseBlock]: (state: Deadness, node: ts.CaseBlock, cause: Cause) => {
    if (emptied(state, node.clauses)) state.remove(node.parent, cause);
  },
  [ts.SyntaxKind.VariableDeclarationList]: (
    state: Deadness,
    node: ts.VariableDeclarationList,
    cause: Cause,
  ) => {
    if (emptied(state, node.declarations) && ts.isVariableStatement(node.parent))
      state.remove(node.parent, cause);
  },
  [ts.SyntaxKind.ArrayBindingPattern]: onPattern,
  [ts.SyntaxKind.ObjectBindingPattern]: onPattern,
  [ts.SyntaxKind.NamedImports]: (state: Deadness, node: ts.NamedImports, cause: Cause) => {
    if (emptied(state, node.elements) && node.parent.name === undefined)
      state.remove(node.parent.parent, cause);
  },
  [ts.SyntaxKind.NamedExports]: (state: Deadness, node: ts.NamedExports, cause: Cause) => {
    if (emptied(state, node.elements)) state.remove(node.parent, cause);
  },
  [ts.SyntaxKind.TypeLiteral]: (state: Deadness, node: ts.TypeLiteralNode, cause: Cause) => {
    if (emptied(state, node.members)) state.push({ kind: "type", node, cause });
  },
  [ts.SyntaxKind.InterfaceDeclaration]: (state: Deadness, node: ts.InterfaceDeclaration, cause: Cause) => {
    if (emptied(state, node.members)) state.declare(node, cause);
  },
  [ts.SyntaxKind.ModuleBlock]: (state: Deadness, node: ts.ModuleBlock, cause: Cause) => {
    if (emptied(state, node.statements)) state.declare(node.parent, cause);
  },
  [ts.SyntaxKind.ClassDeclaration]: (state: Deadness, node: ts.ClassDeclaration, cause: Cause) => {
    if (emptied(state, node.members.filter(ts.isMethodDeclaration))) state.declare(node, cause);
  },
  [ts.SyntaxKind.SourceFile]: (state: Deadness, node: ts.SourceFile, cause: Cause) => {
    const path = state.program.pathOf(node);
    const own = node.statements.filter((statement) => !ts.isImportDeclaration(statement));
    if (path !== null && emptied(state, own)) state.push({ kind: "file", path, cause });
  },
};

function emptied(state: Deadness, nodes: readonly ts.Node[]): boolean {
  return nodes.length > 0 && nodes.every((node) => state.removed.has(node));
}

function onObject(state: Deadness, node: ts.ObjectLiteralExpression, cause: Cause): void {
  if (!emptied(state, node.properties)) return;
  const role = roleOf(node, state.program)?.role ?? null;
  const holder = ts.isPropertyAssignment(node.parent) ? node.parent : null;
  const call = holder !== null && ts.isCallExpression(holder.parent.parent) ? holder.parent.parent : null;
  const query = call === null ? null : asQuery(call, state.program);
  if (role === "where" && (query === null ? ts.isVariableDeclaration(node.parent) : true)) {
    if (query !== null && isWrite(query)) return state.ask("filter", node, cause);
    if (holder !== null) return state.remove(holder, cause);
    return state.replace(node, "{}", cause);
  }
  if (role === "data" && query !== null) {
    if (query.method.startsWith("update")) return state.absentify(query.call, cause);
    return state.ask("value", node, cause);
  }
  if (role === null && mayBeEmpty(state, node)) return state.replace(node, "{}", cause);
  state.absentify(node, cause);
}

/** A request body of which every member that is left may be left out says nothing now, and is still sent. */
function mayBeEmpty(state: Deadness, node: ts.ObjectLiteralExpression): boolean {
  const type = wantedType(node, state.program.checker);
  const left = (type?.getProperties() ?? []).filter(
    (member) => member.declarations?.some((each) => !state.isGone(each)) === true,
  );
  return left.length > 0 && left.every((member) => (member.flags & ts.SymbolFlags.Optional) !== 0);
}

function onArray(state: Deadness, node: ts.ArrayLiteralExpression, cause: Cause): void {
  if (!emptied(state, node.elements)) return;
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) if (ts.isDecorator(at)) return;
  state.absentify(node, cause);
}

function onBlock(state: Deadness, node: ts.Block, cause: Cause): void {
  if (!emptied(state, node.statements)) return;
  const parent = node.parent;
  if (ts.isIfStatement(parent)) return onEmptyBranch(state, parent, node, cause);
  if (ts.isTryStatement(parent)) {
    if (parent.tryBlock === node) return state.remove(parent, cause);
    return;
  }
  if (ts.isCatchClause(parent)) return;
  if (ts.isArrowFunction(parent) || ts.isFunctionExpression(parent)) return state.absentify(parent, cause);
  if (ts.isFunctionDeclaration(parent) || ts.isMethodDeclaration(parent)) return state.declare(parent, cause);
  if (ts.isConstructorDeclaration(parent)) return;
  if (ts.isIterationStatement(parent, false)) return state.remove(parent, cause);
  state.remove(node, cause);
}

function onEmptyBranch(state: Deadness, branch: ts.IfStatement, node: ts.Block, cause: Cause): void {
  if (branch.elseStatement === node) return state.remove(node, cause);
  const rest = branch.elseStatement;
  if (rest === undefined || state.removed.has(rest)) {
    return ts.isIfStatement(branch.parent) && branch.parent.elseStatement === branch
      ? state.remove(branch, cause)
      : state.remove(branch, cause);
  }
  state.ask("empty branch", branch, cause);
}

function onCase(state: Deadness, node: ts.CaseClause, cause: Cause): void {
  const rest = node.statements.filter((statement) => !state.removed.has(statement));
  if (node.statements.length > 0 && rest.every(ts.isBreakStatement)) state.remove(node, cause);
}

/** A pattern that binds nothing any more: its declaration goes if what it takes apart has no effect of its own. */
function onPattern(state: Deadness, node: ts.BindingPattern, cause: Cause): void {
  if (!emptied(state, [...node.elements].filter(ts.isBindingElement))) return;
  const parent = node.parent;
  if (!ts.isVariableDeclaration(parent)) return;
  const initializer = parent.initializer;
  if (
    initializer === undefined ||
    state.absent.has(initializer) ||
    state.isGone(initializer) ||
    isPlain(initializer)
  ) {
    return state.remove(parent, cause);
  }
  const statement = parent.parent.parent;
  if (ts.isVariableStatement(statement)) state.replace(statement, initializer, cause);
}

function isPlain(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || (ts.isPropertyAccessExpression(node) && isPlain(node.expression));
}
