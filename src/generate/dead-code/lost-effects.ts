import { ts } from "ts-morph";
import type { Operation } from "../../spec/interface/interface-spec.js";
import type { Deadness } from "./deadness.js";
import { topLevel } from "../names/find-declaration.js";
import { asQuery, isWrite } from "../names/query-call.js";
import { meaningsOf } from "../names/resolve.js";
import { sdkFunctions } from "./seed.js";

/**
 * Tests that called, themselves or through a helper, an operation that was dropped although it wrote something that
 * stays. What they still read and assert may rest on it.
 */
export function testsWithoutWrites(
  state: Deadness,
  dropped: readonly Operation[],
): ReadonlyMap<string, Operation> {
  return testsOf(
    state,
    dropped.filter((each) => wroteKept(state, each)),
  );
}

/**
 * Tests that call an operation in which a branch only refuses now, and that lost a call themselves: what they had
 * prepared to pass.
 */
export function testsOfRefusals(state: Deadness, kept: readonly Operation[]): ReadonlyMap<string, Operation> {
  const closed = new Set(
    [...state.closed]
      .filter((node) => !state.isGone(node))
      .map((node) => state.program.pathOf(node.getSourceFile())),
  );
  const refusing = kept.filter(({ provider }) => provider !== null && closed.has(provider.path));
  const found = testsOf(state, refusing);
  return new Map([...found].filter(([path]) => lostCall(state, path)));
}

/** Whether a test does not await something any more. */
function lostCall(state: Deadness, path: string): boolean {
  const file = state.program.file(path);
  return file !== undefined && contains(file, (node) => ts.isAwaitExpression(node) && state.isGone(node));
}

/** Tests that call operations, themselves or through a helper. */
function testsOf(state: Deadness, operations: readonly Operation[]): ReadonlyMap<string, Operation> {
  const found = new Map<string, Operation>();
  for (const operation of operations) {
    const open: ts.Node[] = [...sdkFunctions(state, operation)];
    const seen = new Set(open);
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const place of usesOf(state, node)) {
        const path = state.program.pathOf(place.getSourceFile()) ?? "";
        if (path.startsWith("test/features/")) found.set(path, operation);
        const helper = path.startsWith("test/") ? functionAround(place) : null;
        if (helper !== null && !seen.has(helper)) {
          seen.add(helper);
          open.push(helper);
        }
      }
    }
  }
  return found;
}

/** Assertions of an error that an operation no longer raises, in tests that lost what was to raise it. */
export function assertionsWithoutError(
  state: Deadness,
  kept: readonly Operation[],
): readonly ts.ExpressionStatement[] {
  const found = new Set<ts.ExpressionStatement>();
  for (const operation of kept) {
    if (!lostThrow(state, operation)) continue;
    for (const place of sdkFunctions(state, operation).flatMap((each) => usesOf(state, each))) {
      const path = state.program.pathOf(place.getSourceFile()) ?? "";
      if (!path.startsWith("test/features/") || state.isGone(place)) continue;
      const assertion = assertionAround(place);
      if (assertion !== null && lostBefore(state, assertion)) found.add(assertion);
    }
  }
  return [...found];
}

function providerOf(
  operation: Operation,
  fileOf: (path: string) => ts.SourceFile | undefined,
): readonly ts.Statement[] {
  const file = operation.provider === null ? undefined : fileOf(operation.provider.path);
  return file === undefined ? [] : topLevel(file, operation.provider?.name ?? "");
}

function wroteKept(state: Deadness, operation: Operation): boolean {
  return providerOf(operation, (path) => state.view.file(path)).some((each) =>
    contains(each, (node) => {
      const query = ts.isCallExpression(node) ? asQuery(node, state.program) : null;
      return query !== null && isWrite(query) && !state.deadModels.has(query.model);
    }),
  );
}

/** What was never looked into lost nothing. */
function lostThrow(state: Deadness, operation: Operation): boolean {
  return providerOf(operation, (path) => state.program.file(path)).some(
    (each) =>
      !state.isGone(each) && contains(each, (node) => ts.isThrowStatement(node) && state.isGone(node)),
  );
}

function contains(root: ts.Node, holds: (node: ts.Node) => boolean): boolean {
  return holds(root) || ts.forEachChild(root, (child) => contains(child, holds) || undefined) === true;
}

/** Places that call a function by its name. */
function usesOf(state: Deadness, node: ts.Node): readonly ts.Node[] {
  if (!ts.isFunctionDeclaration(node) || node.name === undefined) return [];
  const { name } = node;
  return state.view
    .usesOf(name.text, node)
    .filter(
      (place) =>
        place !== name &&
        meaningsOf(place, state.program).some(
          (meaning) => meaning.kind === "declared" && meaning.declarations.includes(node),
        ),
    );
}

function functionAround(node: ts.Node): ts.FunctionDeclaration | null {
  for (let at = node; !ts.isSourceFile(at); at = at.parent) if (ts.isFunctionDeclaration(at)) return at;
  return null;
}

function assertionAround(node: ts.Node): ts.ExpressionStatement | null {
  for (let at = node; !ts.isSourceFile(at) && !ts.isFunctionDeclaration(at); at = at.parent) {
    if (!ts.isExpressionStatement(at)) continue;
    if (/^(await )?TestValidator\.(httpError|error)\(/.test(at.getText())) return at;
  }
  return null;
}

/** Whether a statement before this one went. */
function lostBefore(state: Deadness, statement: ts.Statement): boolean {
  const list = statement.parent;
  if (!ts.isBlock(list)) return false;
  return list.statements.slice(0, list.statements.indexOf(statement)).some((each) => state.isGone(each));
}
