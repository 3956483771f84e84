import { ts } from "ts-morph";
import type { Cause, Deadness } from "./deadness.js";
import { onReferences } from "./on-declaration.js";

/** A file that goes: what it declares has no uses left, and who takes it in lets go of it. */
export function onFile(state: Deadness, path: string, cause: Cause): void {
  if (state.deletedFiles.has(path)) return;
  state.deletedFiles.set(path, cause);
  state.explainPath(path, cause);
  const file = state.view.file(path);
  if (file === undefined) return;
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations)
        onReferences(state, declaration, cause);
    } else if (!ts.isImportDeclaration(statement)) onReferences(state, statement, cause);
  }
  for (const user of state.view.importsOf(file)) letGo(state, user, cause);
}

function letGo(state: Deadness, user: ts.ImportDeclaration | ts.ExportDeclaration, cause: Cause): void {
  const how = { ...cause, how: "imports" };
  const names: ts.Identifier[] = [];
  if (ts.isExportDeclaration(user)) {
    const clause = user.exportClause;
    if (clause !== undefined && ts.isNamespaceExport(clause) && ts.isIdentifier(clause.name))
      names.push(clause.name);
  } else {
    const clause = user.importClause;
    if (clause?.name !== undefined) names.push(clause.name);
    const bindings = clause?.namedBindings;
    if (bindings !== undefined && ts.isNamespaceImport(bindings)) names.push(bindings.name);
    if (bindings !== undefined && ts.isNamedImports(bindings))
      names.push(...bindings.elements.map((one) => one.name));
  }
  if (!state.isGone(user)) state.remove(user, how);
  for (const name of names) {
    const places = ts.isImportDeclaration(user)
      ? state.view.placesOf(name.text, user.getSourceFile())
      : state.view.usesOf(name.text, user);
    for (const place of places) {
      if (place !== name) state.push({ kind: "reference", node: place, cause: how });
    }
  }
}
