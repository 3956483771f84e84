import { ts } from "ts-morph";
import type { Spec } from "../spec.js";
import type { Scope } from "./scope.js";
import type { WrittenFunction } from "./written-functions.js";

/** What a function that is written already can see. */
export function scopeOf({ name, node }: WrittenFunction, { database, api }: Spec): Scope {
  const source = node.getSourceFile();
  const response = node.type === undefined ? null : /^Promise<([^]*)>$/.exec(node.type.getText())?.[1];
  return {
    body: bodyOf(name),
    models: database.models,
    dtos: api.dtos,
    inputs: new Map(node.parameters.flatMap(inputsOf)),
    names: [
      ...namesAround(source.statements),
      ...ownScopes(node),
      ...node.parameters.flatMap(parameterNames),
    ],
    response: response === undefined || response === "void" ? null : response,
  };
}

function bodyOf(name: string): Scope["body"] {
  if (name.endsWith("Collector.collect")) return "collector";
  if (name.endsWith("Transformer.select")) return "select";
  return name.endsWith("Transformer.transform") ? "transform" : "operation";
}

/** A parameter and, where its type is written out, what is in it. */
function inputsOf({ name, type }: ts.ParameterDeclaration): readonly (readonly [string, string])[] {
  if (type === undefined || !ts.isIdentifier(name)) return [];
  const owner = name.text;
  const members = ts.isTypeLiteralNode(type) ? type.members : [];
  const inside = members.flatMap((each): readonly (readonly [string, string])[] =>
    ts.isPropertySignature(each) && each.type !== undefined && ts.isIdentifier(each.name)
      ? [[`${owner}.${each.name.text}`, each.type.getText()]]
      : [],
  );
  return [[owner, type.getText()], ...inside];
}

function parameterNames({ name }: ts.ParameterDeclaration): readonly string[] {
  return ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((each) => (ts.isBindingElement(each) ? [each.name.getText()] : []));
}

/** Names that a file imports or declares. */
function namesAround(statements: readonly ts.Statement[]): readonly string[] {
  return statements.flatMap((statement): readonly string[] => {
    if (ts.isImportDeclaration(statement)) {
      const clause = statement.importClause;
      const bindings = clause?.namedBindings;
      const named =
        bindings === undefined ? [] : ts.isNamespaceImport(bindings) ? [bindings] : bindings.elements;
      return [clause, ...named].flatMap((each) => (each?.name === undefined ? [] : [each.name.text]));
    }
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    const declares =
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isModuleDeclaration(statement) ||
      ts.isEnumDeclaration(statement);
    return declares && statement.name !== undefined ? [statement.name.text] : [];
  });
}

/** Names of the namespaces around a function, and of what is declared beside it. */
function ownScopes(node: ts.Node): readonly string[] {
  if (node.parent === undefined) return [];
  const own = ts.isModuleBlock(node) ? namesAround(node.statements) : [];
  return [...own, ...ownScopes(node.parent)];
}
