import { ts } from "ts-morph";
import { isAssignment, wantedType } from "../names/context.js";
import type { Cause, Deadness } from "./deadness.js";
import { isIdle, isRepeated } from "./idle-loop.js";
import { leaves } from "./on-constant.js";
import { roleOf } from "./queries.js";
import { asQuery } from "../names/query-call.js";
import { meaningsOf } from "../names/resolve.js";
import { onEmptyFilter, onEmptyList } from "./where.js";

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
  [ts.SyntaxKind.IfStatement]: (state: Deadness, node: ts.IfStatement, cause: Cause) => {
    if (state.removed.has(node.thenStatement)) onEmptyBranch(state, node, cause);
  },
  [ts.SyntaxKind.ForOfStatement]: onLoop,
  [ts.SyntaxKind.ForInStatement]: onLoop,
  [ts.SyntaxKind.ForStatement]: onLoop,
  [ts.SyntaxKind.WhileStatement]: onLoop,
  [ts.SyntaxKind.DoStatement]: onLoop,
  [ts.SyntaxKind.LabeledStatement]: onLoop,
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
    if (!emptied(state, node.elements)) return;
    const { name } = node.parent;
    state.remove(name === undefined || state.removed.has(name) ? node.parent.parent : node, cause);
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
  if (role === "where") return onEmptyFilter(state, node, cause);
  if (role === "data" && query !== null) {
    if (query.method.startsWith("update")) return state.absentify(query.call, cause);
    if (query.method === "upsert") return state.replace(node, "{}", cause);
    return state.ask("value", node, cause);
  }
  if (role === "args" && holder !== null && isStillIncluded(state, node, holder))
    return state.replace(node, "true", cause);
  if (role === null && mayBeEmpty(state, node)) return state.replace(node, "{}", cause);
  state.absentify(node, cause);
}

/** Whether a relation is still read for what it holds itself: all that was said of reading it went. */
function isStillIncluded(
  state: Deadness,
  node: ts.ObjectLiteralExpression,
  holder: ts.PropertyAssignment,
): boolean {
  const owner = roleOf(holder.parent, state.program);
  const said = node.properties.map((each) => each.name?.getText());
  if (owner === null || said.includes("select")) return false;
  // Without its order or its filter a relation is read all the same, and so is what is counted.
  if (!said.includes("include")) return true;
  const name = holder.name.getText();
  const reads = state.view
    .columnPlaces(name, owner.model)
    .filter((place) =>
      meaningsOf(place, state.program).some(
        (each) => each.kind === "field" && each.role === "row" && each.model === owner.model,
      ),
    );
  return reads.length === 0 || reads.some((place) => !state.isGone(place));
}

/** A request body of which every member that is left may be left out says nothing now, and is still sent. */
function mayBeEmpty(state: Deadness, node: ts.ObjectLiteralExpression): boolean {
  const type = wantedType(node, state.program);
  const left = (type?.getProperties() ?? []).filter(
    (member) => member.declarations?.some((each) => !state.isGone(each)) === true,
  );
  return left.length > 0 && left.every((member) => (member.flags & ts.SymbolFlags.Optional) !== 0);
}

function onArray(state: Deadness, node: ts.ArrayLiteralExpression, cause: Cause): void {
  if (!emptied(state, node.elements)) return;
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) if (ts.isDecorator(at)) return;
  if (onEmptyList(state, node, cause)) return;
  state.absentify(node, cause);
}

function onLoop(state: Deadness, node: ts.IterationStatement | ts.LabeledStatement, cause: Cause): void {
  if (state.removed.has(node.statement)) state.remove(node, cause);
}

function onBlock(state: Deadness, node: ts.Block, cause: Cause): void {
  const parent = node.parent;
  if (isRepeated(parent) && isIdle(node, (each) => state.removed.has(each)))
    return state.remove(parent, cause);
  if (!emptied(state, node.statements)) return;
  if (ts.isIfStatement(parent)) {
    if (parent.elseStatement === node) return state.remove(node, cause);
    return onEmptyBranch(state, parent, cause);
  }
  if (ts.isTryStatement(parent)) return onEmptyTry(state, parent, node, cause);
  if (ts.isCatchClause(parent)) return;
  if (ts.isArrowFunction(parent) || ts.isFunctionExpression(parent)) return state.absentify(parent, cause);
  if (ts.isFunctionDeclaration(parent) || ts.isMethodDeclaration(parent)) return state.declare(parent, cause);
  if (ts.isConstructorDeclaration(parent)) return;
  if (ts.isIterationStatement(parent, false)) return state.remove(parent, cause);
  state.remove(node, cause);
}

/** What stands in `finally` runs in any case; without anything to try it stands alone. */
function onEmptyTry(state: Deadness, parent: ts.TryStatement, node: ts.Block, cause: Cause): void {
  const { tryBlock, catchClause, finallyBlock } = parent;
  const tries = !emptied(state, tryBlock.statements);
  if (finallyBlock !== undefined && !emptied(state, finallyBlock.statements)) {
    if (!tries) state.replace(parent, finallyBlock, cause);
    return;
  }
  if (!tries) return state.remove(parent, cause);
  if (node !== finallyBlock) return;
  if (catchClause === undefined) state.replace(parent, tryBlock, cause);
  else state.remove(node, cause);
}

/** A branch that does nothing any more. Its other side stays, under the opposite condition. */
function onEmptyBranch(state: Deadness, branch: ts.IfStatement, cause: Cause): void {
  const rest = branch.elseStatement;
  const restIsGone =
    rest === undefined || state.removed.has(rest) || (ts.isBlock(rest) && emptied(state, rest.statements));
  if (restIsGone) return state.remove(branch, cause);
  // What gets a value on both sides still needs one.
  const given = assigned(rest);
  if (
    onlyAssigns(branch.thenStatement) &&
    assigned(branch.thenStatement).every((each) => given.includes(each))
  )
    return state.replace(branch, rest, cause);
  if (ts.isIfStatement(rest)) return state.ask("empty branch", branch, cause);
  state.inverted.add(branch);
}

function onlyAssigns(node: ts.Statement): boolean {
  if (ts.isBlock(node)) return node.statements.every(onlyAssigns);
  if (!ts.isExpressionStatement(node)) return false;
  return ts.isBinaryExpression(node.expression) && isAssignment(node.expression);
}

/** What is given a value anywhere in a statement. */
function assigned(node: ts.Node): readonly string[] {
  const own = ts.isBinaryExpression(node) && isAssignment(node) ? [node.left.getText()] : [];
  const inner: string[] = [];
  ts.forEachChild(node, (child) => {
    inner.push(...assigned(child));
  });
  return [...own, ...inner];
}

/** A case that does nothing any more goes, unless its values would then reach what stands below it. */
function onCase(state: Deadness, node: ts.CaseClause, cause: Cause): void {
  const gone = node.statements.filter((statement) => isSpent(state, statement));
  const rest = node.statements.filter((statement) => !gone.includes(statement));
  if (gone.length === 0 || !rest.every(onlyBreaks)) return;
  const clauses = node.parent.clauses;
  const at = clauses.indexOf(node);
  const next = clauses[at + 1];
  const before = clauses[at - 1];
  const fallsInto = before !== undefined && !state.removed.has(before) && !before.statements.some(leaves);
  const others = clauses.find(ts.isDefaultClause);
  const toOthers = others !== undefined && next === others;
  const assigns = gone.every((each) => onlyAssigns(each) || (ts.isBlock(each) && onlyAssigns(each)));
  // Values without a case of their own go to the default, which is right only for what has to get a value.
  if (fallsInto ? toOthers && assigns : others === undefined || assigns) state.remove(node, cause);
}

/** Whether nothing of a statement is left but, in a block, a break. */
function isSpent(state: Deadness, node: ts.Statement): boolean {
  if (state.removed.has(node)) return true;
  if (!ts.isBlock(node) || !node.statements.some((each) => state.removed.has(each))) return false;
  return node.statements.every((each) => state.removed.has(each) || ts.isBreakStatement(each));
}

function onlyBreaks(node: ts.Statement): boolean {
  return ts.isBreakStatement(node) || (ts.isBlock(node) && node.statements.every(onlyBreaks));
}

/** A pattern that binds nothing any more: its declaration goes if what it takes apart has no effect of its own. */
function onPattern(state: Deadness, node: ts.BindingPattern, cause: Cause): void {
  if (!emptied(state, [...node.elements].filter(ts.isBindingElement))) return;
  const parent = node.parent;
  if (!ts.isVariableDeclaration(parent)) return;
  const initializer = parent.initializer;
  const list = initializer === undefined ? null : awaitedList(initializer);
  if (
    initializer === undefined ||
    (list !== null && emptied(state, list.elements)) ||
    state.absent.has(initializer) ||
    state.isGone(initializer) ||
    isPlain(initializer)
  ) {
    return state.remove(parent, cause);
  }
  const statement = parent.parent.parent;
  if (ts.isVariableStatement(statement)) state.replace(statement, initializer, cause);
}

/** The list that `await Promise.all([…])` waits for. */
function awaitedList(node: ts.Expression): ts.ArrayLiteralExpression | null {
  if (ts.isArrayLiteralExpression(node)) return node;
  if (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node)) return awaitedList(node.expression);
  const isAll = ts.isCallExpression(node) && /(\.all|\$transaction)$/.test(node.expression.getText());
  const [first] = isAll ? node.arguments : [];
  return first === undefined ? null : awaitedList(first);
}

function isPlain(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || (ts.isPropertyAccessExpression(node) && isPlain(node.expression));
}
