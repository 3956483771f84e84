import { ts } from "ts-morph";

/**
 * Dotted type names in what the exported functions of a file take: what flows into them has to fit these types, whereas
 * what they give back is told. Types that the file declares itself stand for the names in them.
 */
export function readTaken(source: ts.SourceFile): readonly string[] {
  const local = new Map<string, ts.Node>();
  const found = new Set<string>();
  const seen = new Set<ts.Node>();
  const take = (node: ts.Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    const name = typeName(node);
    if (name !== null) {
      const own = local.get(name);
      if (own === undefined) found.add(name);
      else take(own);
    }
    ts.forEachChild(node, take);
  };
  for (const statement of declarations(source.statements))
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      local.set(statement.name.text, statement);
  for (const statement of declarations(source.statements)) signatures(statement).forEach(take);
  return [...found];
}

/** Statements, and those inside of namespaces. */
function declarations(statements: readonly ts.Statement[]): readonly ts.Statement[] {
  return statements.flatMap((each) =>
    ts.isModuleDeclaration(each) && each.body !== undefined && ts.isModuleBlock(each.body)
      ? declarations(each.body.statements)
      : [each],
  );
}

/** Where a declaration says what its callers may give it. */
function signatures(statement: ts.Statement): readonly ts.Node[] {
  if (ts.isFunctionDeclaration(statement)) return inputsOf(statement);
  if (ts.isClassDeclaration(statement))
    return statement.members.flatMap((member) => (ts.isFunctionLike(member) ? inputsOf(member) : []));
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ type, initializer }) => [
    ...(type === undefined ? [] : [type]),
    ...(initializer !== undefined && ts.isFunctionLike(initializer) ? inputsOf(initializer) : []),
  ]);
}

function inputsOf({ parameters, typeParameters }: ts.SignatureDeclaration): readonly ts.Node[] {
  return [...(typeParameters ?? []), ...parameters.flatMap(({ type }) => type ?? [])];
}

function typeName(node: ts.Node): string | null {
  if (ts.isTypeReferenceNode(node)) return node.typeName.getText();
  if (ts.isExpressionWithTypeArguments(node)) return node.expression.getText();
  return null;
}
