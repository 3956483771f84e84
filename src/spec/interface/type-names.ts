import { ts } from "ts-morph";

/**
 * Dotted names of all types that a node mentions, each once, in order: through arrays, unions, tags, `Partial<…>`,
 * `import("…")` types and `typeof`.
 */
export function typeNames(node: ts.Node): readonly string[] {
  const names = new Set<string>();
  const visit = (each: ts.Node): void => {
    if (ts.isTypeReferenceNode(each)) names.add(entityName(each.typeName));
    else if (ts.isImportTypeNode(each) && each.qualifier !== undefined) names.add(entityName(each.qualifier));
    else if (ts.isTypeQueryNode(each)) names.add(entityName(each.exprName));
    else if (ts.isExpressionWithTypeArguments(each)) names.add(each.expression.getText());
    ts.forEachChild(each, visit);
  };
  visit(node);
  return [...names];
}

/** `A.B.C` of a type name. */
export function entityName(name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : `${entityName(name.left)}.${name.right.text}`;
}

/** Local name → exported name of everything a file imports by name. */
export function importedNames(source: ts.SourceFile): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings !== undefined && ts.isNamedImports(bindings))
      for (const each of bindings.elements) names.set(each.name.text, (each.propertyName ?? each.name).text);
  }
  return names;
}
