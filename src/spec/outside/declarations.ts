import { ts } from "ts-morph";

/** What each name of a file is declared by. */
export class Declarations {
  private readonly byName = new Map<string, readonly ts.Declaration[]>();

  public constructor(source: ts.SourceFile) {
    const visit = (node: ts.Node): void => {
      const name = declaredName(node);
      if (name !== null)
        this.byName.set(name, [...(this.byName.get(name) ?? []), node as ts.Node as ts.Declaration]);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }

  /** Those that are in sight where a name stands. */
  public of(name: ts.Identifier): readonly ts.Declaration[] {
    return (this.byName.get(name.text) ?? []).filter((each) => {
      const scope = ts.findAncestor(each.parent, isScope);
      return ts.findAncestor(name, (node) => node === scope) !== undefined;
    });
  }
}

function declaredName(node: ts.Node): string | null {
  const declares =
    ts.isVariableDeclaration(node) ||
    ts.isBindingElement(node) ||
    ts.isParameter(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isImportClause(node) ||
    ts.isImportSpecifier(node) ||
    ts.isNamespaceImport(node);
  return declares && node.name !== undefined && ts.isIdentifier(node.name) ? node.name.text : null;
}

function isScope(node: ts.Node): boolean {
  return (
    ts.isSourceFile(node) ||
    ts.isBlock(node) ||
    ts.isModuleBlock(node) ||
    ts.isCaseBlock(node) ||
    ts.isCatchClause(node) ||
    ts.isForStatement(node) ||
    ts.isForOfStatement(node) ||
    ts.isForInStatement(node) ||
    ts.isFunctionLike(node)
  );
}
