import { ts } from "ts-morph";
import type { Operation } from "../../spec/interface/interface-spec.js";
import type { Deadness } from "./deadness.js";

/** A call of an operation about one row, with the variables that hold the rows in its path. */
interface Call {
  readonly node: ts.CallExpression;
  readonly operation: Operation;
  readonly row: ts.VariableDeclaration;
  readonly rows: readonly ts.VariableDeclaration[];
}

/**
 * Assertions that a row is gone because another was erased, to which it was tied where it was made, and to which
 * nothing ties it any more: it stays now.
 */
export function assertionsOfUntiedRows(
  state: Deadness,
  kept: readonly Operation[],
): readonly ts.ExpressionStatement[] {
  const byCallee = new Map(
    kept.flatMap((each) =>
      each.accessor === null ? [] : [[`api.functional.${each.accessor.join(".")}`, each]],
    ),
  );
  return [...state.reasons.keys()].flatMap((path) => {
    const file = path.startsWith("test/features/") ? state.program.file(path) : undefined;
    if (file === undefined || state.deletedFiles.has(path)) return [];
    const calls = callsIn(state, file, byCallee);
    const erasures = calls.filter(
      ({ node, operation }) => operation.method === "DELETE" && expectation(node) === null,
    );
    const untied = calls.filter((each) => isUntied(state, each, erasures));
    return [...new Set(untied.flatMap(({ node }) => expectation(node) ?? []))];
  });
}

function callsIn(
  state: Deadness,
  file: ts.SourceFile,
  operations: ReadonlyMap<string, Operation>,
): readonly Call[] {
  const found: Call[] = [];
  const visit = (node: ts.Node): void => {
    const operation = ts.isCallExpression(node) ? operations.get(calleeOf(node)) : undefined;
    if (ts.isCallExpression(node) && operation !== undefined && !state.isGone(node)) {
      const rows = operation.parameters.map((name) => rowIn(state, node, name));
      const row = rows.at(-1);
      const present = rows.filter((each) => each !== null);
      if (row !== null && row !== undefined) found.push({ node, operation, row, rows: present });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function calleeOf({ expression }: ts.CallExpression): string {
  return expression.getText().replaceAll(/\s+/g, "");
}

/** The variable behind `commentId: comment.id`. */
function rowIn(state: Deadness, call: ts.CallExpression, parameter: string): ts.VariableDeclaration | null {
  const props = call.arguments[1];
  if (props === undefined || !ts.isObjectLiteralExpression(props)) return null;
  const member = props.properties.find((each) => each.name?.getText() === parameter);
  if (member === undefined || !ts.isPropertyAssignment(member)) return null;
  let at = member.initializer;
  while (ts.isPropertyAccessExpression(at) || ts.isElementAccessExpression(at) || ts.isNonNullExpression(at))
    at = at.expression;
  return ts.isIdentifier(at) && at !== member.initializer ? variableOf(state, at) : null;
}

function variableOf({ program }: Deadness, name: ts.Identifier): ts.VariableDeclaration | null {
  const declaration = program.checker.getSymbolAtLocation(name)?.valueDeclaration;
  return declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration : null;
}

/** The statement that expects an error of a call. */
function expectation(call: ts.CallExpression): ts.ExpressionStatement | null {
  for (let at: ts.Node = call; !ts.isSourceFile(at) && !ts.isFunctionDeclaration(at); at = at.parent)
    if (ts.isExpressionStatement(at) && /^(await )?TestValidator\.(httpError|error)\(/.test(at.getText()))
      return at;
  return null;
}

function isUntied(state: Deadness, call: Call, erasures: readonly Call[]): boolean {
  const erased = erasures.filter(({ node }) => node.end <= call.node.pos);
  if (expectation(call.node) === null || erased.length === 0) return false;
  const before = tiesOf(state, [call.row], () => true);
  const lost = erased.filter(({ row }) => before.has(row));
  if (lost.length === 0) return false;
  const after = tiesOf(state, call.rows, (node) => !state.isGone(node));
  if (erased.some(({ row }) => after.has(row))) return false;
  return lost.some((erasure) => isPermitted(state, call, erasure));
}

/** Rows that something is made from, itself among them. */
function tiesOf(
  state: Deadness,
  rows: readonly ts.VariableDeclaration[],
  counts: (node: ts.Node) => boolean,
): ReadonlySet<ts.VariableDeclaration> {
  const found = new Set(rows);
  const visit = (node: ts.Node): void => {
    const variable = ts.isIdentifier(node) && counts(node) ? variableOf(state, node) : null;
    if (variable !== null) found.add(variable);
    ts.forEachChild(node, visit);
  };
  for (const row of found) {
    const source = sourceOf(row);
    if (source !== undefined) visit(source);
  }
  return found;
}

/** What a variable is made from; for one of a loop, what is gone through. */
function sourceOf({ initializer, parent }: ts.VariableDeclaration): ts.Expression | undefined {
  return initializer ?? (ts.isForOfStatement(parent.parent) ? parent.parent.expression : undefined);
}

/** Whether nothing but the absence of its row refuses a call: anybody may make it, or he who made or erased a row. */
function isPermitted(state: Deadness, { node, operation, row }: Call, erasure: Call): boolean {
  if (operation.actor === null) return true;
  const caller = callerOf(state, node);
  const source = sourceOf(row);
  const made = source === undefined ? null : ts.isAwaitExpression(source) ? source.expression : source;
  const makers = [erasure.node, made].flatMap((each) =>
    each !== null && ts.isCallExpression(each) ? [callerOf(state, each)] : [],
  );
  return caller !== null && makers.includes(caller);
}

/** The connection that a call is made with. */
function callerOf({ program }: Deadness, call: ts.CallExpression): ts.Symbol | null {
  const [connection] = call.arguments;
  return connection === undefined ? null : (program.checker.getSymbolAtLocation(connection) ?? null);
}
