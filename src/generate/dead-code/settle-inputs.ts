import { ts } from "ts-morph";
import type { Cause, Deadness } from "./deadness.js";
import { meaningsOf } from "../names/resolve.js";

/**
 * Request properties that only removed code read: they would be accepted and ignored from now on, so they go. Looks
 * only at files that stay; a property that nobody read before is not this change's business.
 */
export function settleInputs(state: Deadness): void {
  for (const [declaration, cause] of lostReads(state)) {
    if (state.deadDeclarations.has(declaration)) continue;
    if (readsOf(state, declaration).every((place) => state.isGone(place))) state.declare(declaration, cause);
  }
}

/** Declared properties of DTOs that lost a read. */
function lostReads(state: Deadness): ReadonlyMap<ts.PropertySignature, Cause> {
  const found = new Map<ts.PropertySignature, Cause>();
  for (const node of [...state.removed, ...state.replaced.keys()]) {
    const path = state.program.pathOf(node.getSourceFile()) ?? "";
    if (
      !/^src\/(providers|collectors)\//.test(path) ||
      state.deletedFiles.has(path) ||
      ts.isFunctionLike(node)
    )
      continue;
    const cause = firstCause(state, path);
    const visit = (at: ts.Node): void => {
      const name = readName(at);
      if (name !== null && state.isGone(name)) {
        for (const declaration of inputsOf(state, name)) if (cause !== null) found.set(declaration, cause);
      }
      ts.forEachChild(at, visit);
    };
    if (!state.seenInputs.has(node)) visit(node);
    state.seenInputs.add(node);
  }
  return found;
}

function firstCause(state: Deadness, path: string): Cause | null {
  return [...(state.reasons.get(path)?.values() ?? [])][0] ?? null;
}

/** The name of a property that an expression or a pattern reads. */
function readName(node: ts.Node): ts.Identifier | null {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name)) return node.name;
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name;
    return ts.isIdentifier(name) ? name : null;
  }
  return null;
}

function inputsOf(state: Deadness, name: ts.Identifier): readonly ts.PropertySignature[] {
  return meaningsOf(name, state.program).flatMap((meaning) =>
    meaning.kind === "declared" ? meaning.declarations.filter((each) => isInput(state, each)) : [],
  );
}

function isInput(state: Deadness, node: ts.Node): node is ts.PropertySignature {
  if (!ts.isPropertySignature(node)) return false;
  const path = state.program.pathOf(node.getSourceFile()) ?? "";
  if (!path.startsWith("src/api/structures/")) return false;
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isTypeAliasDeclaration(at) || ts.isInterfaceDeclaration(at))
      return /^I(Request|Create|Update)/.test(at.name.text);
  }
  return false;
}

/** Places of the backend's own code that read a property. */
function readsOf(state: Deadness, declaration: ts.PropertySignature): readonly ts.Node[] {
  return state.view.usesOf(declaration.name.getText(), declaration).filter((place) => {
    const path = state.program.pathOf(place.getSourceFile()) ?? "";
    if (path.startsWith("test/") || path.startsWith("src/api/")) return false;
    if (readName(place.parent) !== place) return false;
    return inputsOf(state, place as ts.Identifier).includes(declaration);
  });
}
