import { ts } from "ts-morph";

/** A function of a file, with the names of the namespaces around it: "BbsArticleCollector.collect". */
export interface WrittenFunction {
  readonly name: string;
  readonly node: ts.FunctionDeclaration | ts.ArrowFunction | ts.MethodDeclaration;
  /** An expression where the function has no block. */
  readonly body: ts.Block | ts.Expression;
}

/** The functions that a file declares, in its namespaces as well; those inside of other functions are parts of these. */
export function writtenFunctions(
  statements: readonly ts.Statement[],
  scope = "",
): readonly WrittenFunction[] {
  return statements.flatMap((statement): readonly WrittenFunction[] => {
    if (ts.isModuleDeclaration(statement) && statement.body !== undefined && ts.isModuleBlock(statement.body))
      return writtenFunctions(statement.body.statements, `${scope}${statement.name.text}.`);
    if (ts.isFunctionDeclaration(statement) && statement.body !== undefined)
      return [{ name: `${scope}${statement.name?.text ?? ""}`, node: statement, body: statement.body }];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer !== undefined && ts.isArrowFunction(initializer) && ts.isIdentifier(name)
        ? [{ name: `${scope}${name.text}`, node: initializer, body: initializer.body }]
        : [],
    );
  });
}

/** A method of a class of a file: "BbsArticlesController.at". */
export function writtenMethod(
  statements: readonly ts.Statement[],
  className: string,
  methodName: string,
): WrittenFunction | null {
  const owner = statements.filter(ts.isClassDeclaration).find(({ name }) => name?.text === className);
  const node = owner?.members
    .filter(ts.isMethodDeclaration)
    .find((each) => each.name.getText() === methodName);
  return node?.body === undefined ? null : { name: `${className}.${methodName}`, node, body: node.body };
}
