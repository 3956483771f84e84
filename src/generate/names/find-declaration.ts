import { ts } from "ts-morph";

/** Declarations of a DTO by qualified name ("IBbsArticle.ICreate"): its type, and its namespace for a root name. */
export function dtoDeclarations(file: ts.SourceFile, name: string): readonly ts.Statement[] {
  let statements: readonly ts.Statement[] = file.statements;
  const path = name.split(".");
  for (const space of path.slice(0, -1)) {
    statements = statements.flatMap((each) =>
      ts.isModuleDeclaration(each) &&
      each.name.text === space &&
      each.body !== undefined &&
      ts.isModuleBlock(each.body)
        ? [...each.body.statements]
        : [],
    );
  }
  const last = path.at(-1);
  return statements.filter(
    (each) => (ts.isTypeAliasDeclaration(each) || ts.isInterfaceDeclaration(each)) && each.name.text === last,
  );
}

/** The declared property whose text ends where a span ends. */
export function propertyAt(
  file: ts.SourceFile,
  name: string,
  span: { readonly start: number; readonly end: number },
): ts.Node | null {
  let found: ts.Node | null = null;
  const visit = (node: ts.Node): void => {
    if (found !== null || node.end < span.start || node.pos > span.end) return;
    const isProperty = ts.isPropertySignature(node) || ts.isPropertyDeclaration(node);
    if (
      isProperty &&
      node.name.getText(file).replace(/^["']|["']$/g, "") === name &&
      node.getStart(file) >= span.start
    )
      found = node;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Top-level declarations of a name: an SDK function and the namespace beside it. */
export function topLevel(file: ts.SourceFile, name: string): readonly ts.Statement[] {
  return file.statements.filter(
    (each) =>
      (ts.isFunctionDeclaration(each) || ts.isModuleDeclaration(each) || ts.isClassDeclaration(each)) &&
      each.name?.text === name,
  );
}

export function methodOf(
  file: ts.SourceFile,
  className: string,
  methodName: string,
): ts.MethodDeclaration | null {
  for (const statement of file.statements) {
    if (!ts.isClassDeclaration(statement) || statement.name?.text !== className) continue;
    for (const member of statement.members) {
      if (ts.isMethodDeclaration(member) && member.name.getText(file) === methodName) return member;
    }
  }
  return null;
}

/** Whether a node belongs to what a search is asked with. */
export function isSearch(declaration: ts.Node): boolean {
  for (let at = declaration; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isTypeAliasDeclaration(at) || ts.isInterfaceDeclaration(at)) return /^IRequest/.test(at.name.text);
  }
  return false;
}
