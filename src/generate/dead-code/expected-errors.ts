import { ts } from "ts-morph";
import type { InterfaceSpec } from "../../spec/interface/interface-spec.js";
import { meaningsOf } from "../names/resolve.js";
import type { Deadness } from "./deadness.js";

/** How operations are called, without blanks, that refuse less than before. */
export function callsWithoutRefusal(state: Deadness, api: InterfaceSpec): readonly string[] {
  const throwing = [...state.removed].filter((node) => /\bthrow\b/.test(node.getText()));
  const lax = new Set(throwing.map((node) => state.program.pathOf(node.getSourceFile())));
  return [...api.operations.values()].flatMap(({ provider, accessor }) =>
    provider !== null && accessor !== null && lax.has(provider.path)
      ? [`api.functional.${accessor.join(".")}(`]
      : [],
  );
}

/** Whether a test expects an error of one of the calls, itself or in a helper. */
export function expectsError(state: Deadness, file: ts.SourceFile, calls: readonly string[]): boolean {
  if (calls.length === 0) return false;
  let found = false;
  const visit = (node: ts.Node): void => {
    if (found || state.isGone(node)) return;
    if (ts.isCallExpression(node) && /^TestValidator\.(httpError|error)$/.test(node.expression.getText())) {
      const texts = [node, ...calledFiles(state, node)].map((each) => each.getText().replaceAll(/\s+/g, ""));
      found = calls.some((call) => texts.some((text) => text.includes(call)));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The files of the helpers that are called in a node. */
function calledFiles(state: Deadness, node: ts.Node): readonly ts.SourceFile[] {
  const files: ts.SourceFile[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isCallExpression(each) && ts.isIdentifier(each.expression)) {
      const meanings = meaningsOf(each.expression, state.program);
      for (const meaning of meanings)
        if (meaning.kind === "declared")
          files.push(...meaning.declarations.map((declaration) => declaration.getSourceFile()));
    }
    ts.forEachChild(each, visit);
  };
  visit(node);
  return files.filter((file) => file !== node.getSourceFile());
}
