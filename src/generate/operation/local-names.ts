import { ts } from "ts-morph";

/** The function that a file of an operation exports under a name; null where it is not plainly there. */
export function functionNamed(source: ts.SourceFile, name: string): ts.FunctionDeclaration | null {
  const found = source.statements.filter(ts.isFunctionDeclaration).find((each) => each.name?.text === name);
  return found?.body === undefined ? null : found;
}

/** Names that a function declares anywhere in it: parameters, variables, functions. */
export function declaredIn(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const bind = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else for (const each of name.elements) if (ts.isBindingElement(each)) bind(each.name);
  };
  const visit = (each: ts.Node): void => {
    if (ts.isVariableDeclaration(each) || ts.isParameter(each)) bind(each.name);
    if (ts.isFunctionDeclaration(each) && each.name !== undefined) names.add(each.name.text);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return names;
}

/** Names that code uses as values: what stands behind a dot or before a colon is none. */
export function usedIn(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (each: ts.Node): void => {
    if (ts.isPropertyAccessExpression(each)) return visit(each.expression);
    if (ts.isTypeNode(each)) return;
    if (ts.isPropertyAssignment(each)) {
      if (ts.isComputedPropertyName(each.name)) visit(each.name);
      return visit(each.initializer);
    }
    if (ts.isIdentifier(each)) names.add(each.text);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return names;
}
