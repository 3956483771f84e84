import { ts } from "ts-morph";
import { argumentsOf } from "./arguments-of.js";
import type { Cause, Deadness } from "./deadness.js";

/** A declaration that goes: its text, and every use of its name. */
export function onDeclaration(state: Deadness, node: ts.Node, cause: Cause): void {
  if (state.deadDeclarations.has(node)) return;
  state.deadDeclarations.add(node);
  if (!state.isGone(node)) removeText(state, node, cause);
  onReferences(state, node, cause);
}

/** Every use of a declaration's names loses its meaning. */
export function onReferences(state: Deadness, node: ts.Node, cause: Cause): void {
  state.deadDeclarations.add(node);
  const { view } = state;
  const local = isLocal(node) ? node.getSourceFile() : null;
  const via =
    ts.isVariableDeclaration(node) || ts.isBindingElement(node) ? cause : { ...cause, how: howOf(node) };
  for (const name of namesOf(node)) {
    if (ts.isParameter(node)) dropArguments(state, node, cause);
    const places = local === null ? view.usesOf(name.text, node) : view.placesOf(name.text, local);
    for (const place of places) {
      if (place !== name) state.push({ kind: "reference", node: place, cause: via });
    }
  }
}

function removeText(state: Deadness, node: ts.Node, cause: Cause): void {
  if (ts.isVariableDeclaration(node)) {
    if (ts.isCatchClause(node.parent)) return;
    if (ts.isForOfStatement(node.parent.parent)) return state.remove(node.parent.parent, cause);
    return state.remove(node, cause);
  }
  state.remove(node, cause);
}

/** Arguments that a removed parameter was given. */
function dropArguments(state: Deadness, parameter: ts.ParameterDeclaration, cause: Cause): void {
  for (const argument of argumentsOf(state, parameter))
    if (!state.isGone(argument)) state.remove(argument, cause);
}

function namesOf(node: ts.Node): readonly ts.Identifier[] {
  if (ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isParameter(node))
    return bound(node.name);
  const name = (node as { name?: ts.Node }).name;
  if (name === undefined) return [];
  if (ts.isIdentifier(name)) return [name];
  return ts.isStringLiteral(name) ? [name as unknown as ts.Identifier] : [];
}

function bound(name: ts.BindingName): readonly ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? bound(element.name) : []));
}

/** Variables, parameters and members of object literals are used in their own file only. */
function isLocal(node: ts.Node): boolean {
  if (ts.isBindingElement(node) || ts.isParameter(node) || ts.isObjectLiteralElement(node)) return true;
  return ts.isVariableDeclaration(node) && !ts.isSourceFile(node.parent.parent.parent);
}

function howOf(node: ts.Node): string {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return "calls";
  if (ts.isPropertySignature(node)) return "reads";
  return "uses";
}
