import { ts } from "ts-morph";
import type { InterfaceSpec, Operation } from "../../spec/interface/interface-spec.js";
import { wordsOf } from "../../spec/words.js";
import type { Notice } from "../notice.js";
import type { Cause, Deadness } from "./deadness.js";
import { countAssertions, countCalls, hollowAssertions } from "./assertions.js";
import { assertionsWithoutError, testsOfRefusals, testsWithoutWrites } from "./lost-effects.js";
import { callsWithoutRefusal, expectsError } from "./expected-errors.js";
import { assertionsOfUntiedRows } from "./untied-rows.js";

/** Operations that stay, and those that were dropped although the feature is not all they are for. */
export interface Fate {
  readonly kept: readonly Operation[];
  readonly dropped: readonly Operation[];
}

/**
 * Decides which tests go as a whole: those named after the feature, those in which something cannot be pruned, and
 * those that assert nothing any more. True if anything followed. The others stay, weakened, and are reported.
 */
export function pruneTests(
  state: Deadness,
  words: readonly (readonly string[])[],
  api: InterfaceSpec,
  fate: Fate,
  notices: Notice[],
): boolean {
  let changed = false;
  const touched = touchedFiles(state);
  const calls = callsWithoutRefusal(state, api);
  const withoutWrites = testsWithoutWrites(state, fate.dropped);
  const refused = testsOfRefusals(state, fate.kept);
  for (const [path, causes] of state.reasons) {
    if (!path.startsWith("test/features/") || state.deletedFiles.has(path)) continue;
    const file = state.view.file(path);
    const cause = [...causes.values()][0];
    if (file === undefined || cause === undefined || !touched.has(file)) continue;
    const writer = withoutWrites.get(path);
    const refusal = refused.get(path);
    const why =
      writer !== undefined
        ? `It rests on what ${writer.key} wrote, which is dropped.`
        : refusal !== undefined
          ? `It rests on what ${refusal.key} refuses now.`
          : whyDeleted(state, file, path, words, calls);
    if (why === null) continue;
    state.push({ kind: "file", path, cause });
    notices.push({ kind: "deleted-test", path, line: null, text: why });
    changed = true;
  }
  if (!changed) {
    for (const assertion of [
      ...assertionsWithoutError(state, fate.kept),
      ...assertionsOfUntiedRows(state, fate.kept),
      ...hollowAssertions(state),
    ]) {
      const cause = causeIn(state, assertion);
      if (cause === null) continue;
      state.remove(assertion, cause);
      changed = true;
    }
  }
  if (!changed) reportWeakened(state, touched, notices);
  return changed;
}

function causeIn(state: Deadness, node: ts.Node): Cause | null {
  const causes = state.reasons.get(state.program.pathOf(node.getSourceFile()) ?? "");
  return [...(causes?.values() ?? [])][0] ?? null;
}

/** Files that lose more than imports. */
function touchedFiles({ removed, replaced }: Deadness): ReadonlySet<ts.SourceFile> {
  const nodes = [...removed, ...replaced.keys()].filter((node) => !isImport(node));
  return new Set(nodes.map((node) => node.getSourceFile()));
}

function isImport(node: ts.Node): boolean {
  return ts.isImportDeclaration(node) || ts.isImportSpecifier(node) || ts.isImportClause(node);
}

function whyDeleted(
  state: Deadness,
  file: ts.SourceFile,
  path: string,
  words: readonly (readonly string[])[],
  calls: readonly string[],
): string | null {
  const name = wordsOf(
    path
      .split("/")
      .slice(3)
      .join("_")
      .replace(/(\btest_api_|\.ts$)/g, ""),
  );
  const own = wordsOf(path.replace(/^.*\//, "").replace(/^test_api_|\.ts$/g, ""));
  const folder = wordsOf(path.split("/").slice(2, -1).join("_"));
  const isSubject = words.some(
    (word) => startsWith(name, word) || startsWith(own, word) || includes(folder, word),
  );
  const named = words.some((word) => includes(name, word));
  const { before, after } = countAssertions(state, file);
  const lostMost = after < before / 2;
  if (isSubject || (named && (lostMost || lostEffects(state, file)))) return "It tests the removed feature.";
  const stuck = state.waiting().find((open) => open.node.getSourceFile() === file);
  if (lostInput(state, path) && expectsError(state, file, calls))
    return "It expects an error that the removed member led to.";
  if (stuck !== undefined) return `Its ${stuck.construct} cannot be separated from the removed feature.`;
  const lostCalls =
    (after === 0 || after < before) && !includesAny(own, SIGNING_IN) && lostAllCalls(state, file);
  return lostCalls || (before > 0 && after === 0) ? "It asserts nothing without the removed feature." : null;
}

/** Words in the name of a test that is about how somebody signs in, which may call nothing else. */
const SIGNING_IN: ReadonlySet<string> = new Set(
  "auth authentication authorization login logout join registration register refresh session token password".split(
    " ",
  ),
);

function includesAny(words: readonly string[], of: ReadonlySet<string>): boolean {
  return words.some((word) => of.has(word));
}

/** Whether nothing of what a test called is left but how somebody signs in. */
function lostAllCalls(state: Deadness, file: ts.SourceFile): boolean {
  return countCalls(file, () => false) > 0 && countCalls(file, (node) => state.isGone(node)) === 0;
}

/**
 * Whether what is still asserted may rest on something that went: a call made for its effect, a call of something that
 * stays (with a request that cannot be made any more), or an error that nothing raises any more.
 */
function lostEffects(state: Deadness, file: ts.SourceFile): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (found) return;
    if (ts.isCallExpression(node)) {
      const callee = node.expression.getText();
      const absent = state.absent.has(node.expression);
      if (/^api\.functional/.test(callee) && state.isGone(node) && (!absent || isForEffect(state, node)))
        found = true;
      if (/^TestValidator\.(httpError|error)$/.test(callee) && !state.isGone(node)) found = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether nothing but its type is asserted of what a call answers. */
function isForEffect(state: Deadness, call: ts.CallExpression): boolean {
  const answer = ts.isAwaitExpression(call.parent) ? call.parent.parent : call.parent;
  if (ts.isExpressionStatement(answer)) return true;
  if (!ts.isVariableDeclaration(answer) || !ts.isIdentifier(answer.name)) return false;
  const { name } = answer;
  const symbol = state.program.checker.getSymbolAtLocation(name);
  return state.view
    .placesOf(name.text, call.getSourceFile())
    .filter((place) => place !== name && state.program.checker.getSymbolAtLocation(place) === symbol)
    .every(({ parent }) => ts.isCallExpression(parent) && /^typia\.assert/.test(parent.expression.getText()));
}

/** Whether a member of a request body went: what the test provoked by it does not happen any more. */
function lostInput(state: Deadness, path: string): boolean {
  const causes = [...(state.reasons.get(path)?.values() ?? [])];
  return causes.some(({ cause, how }) => how === "maps" && /\.I(Create|Update)\.\w+$/.test(cause));
}

function startsWith(words: readonly string[], part: readonly string[]): boolean {
  return part.every((word, index) => words[index] === word);
}

function includes(words: readonly string[], part: readonly string[]): boolean {
  return words.some((_, from) => part.every((word, index) => words[from + index] === word));
}

function reportWeakened(state: Deadness, touched: ReadonlySet<ts.SourceFile>, notices: Notice[]): void {
  for (const [path, causes] of state.reasons) {
    const file = state.view.file(path);
    if (!path.startsWith("test/features/") || state.deletedFiles.has(path) || file === undefined) continue;
    if (!touched.has(file)) continue;
    const first = [...causes.values()][0] as Cause;
    notices.push({
      kind: "weakened-test",
      path,
      line: null,
      text: `It lost the statements that used ${first.cause}.`,
    });
  }
}
