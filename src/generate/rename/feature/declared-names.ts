import { ts } from "ts-morph";
import type { TypedProgram } from "../../../graph/types/typed-program.js";
import { nameMap, type NameMap } from "../../../spec/renames.js";
import { classify } from "../../../source/layout.js";
import type { Declared, NewName } from "../new-names.js";
import type { FeatureNames, MovedRoute } from "./feature-names.js";

/** The declarations that get other names with a feature. */
export function declaredNames(names: FeatureNames, program: TypedProgram, paths: Iterable<string>): Declared {
  const found = new Map<ts.Node, NewName & { readonly old: string }>();
  const add = (node: ts.Node, old: string, text: string, how: string): void => {
    if (old !== text) found.set(node, { old, text, cause: old, how });
  };
  for (const { path, from, to } of names.symbols)
    for (const node of topLevel(program.file(path), from)) add(node, from, to, "uses");
  for (const [path, [from, to]] of names.spaces) {
    const file = program.file(path);
    if (file !== undefined) add(file, from, to, "calls");
  }
  for (const route of names.routes)
    for (const [node, from, to] of parameters(route, program)) add(node, from, to, "passes");
  const given = nameMap(names.given);
  for (const path of paths)
    if (classify(path) === "collector")
      for (const node of signatures(program.file(path), given))
        add(node, node.name.getText(), given.get(node.name.getText()) ?? "", "takes");
  return found;
}

function topLevel(file: ts.SourceFile | undefined, name: string): readonly ts.Node[] {
  return (file?.statements ?? []).flatMap((statement): readonly ts.Node[] => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.filter((each) => each.name.getText() === name);
    const named =
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isModuleDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isEnumDeclaration(statement);
    return named && statement.name?.text === name ? [statement] : [];
  });
}

type Place = readonly [node: ts.Node, from: string, to: string];

/** Where a path parameter is declared: by the controller, by what it calls, and by the SDK. */
function parameters({ operation, parameters: names }: MovedRoute, program: TypedProgram): readonly Place[] {
  const { controller, provider, accessor } = operation;
  const file = program.file(controller.path);
  const statements: readonly ts.Statement[] = file?.statements ?? [];
  const methods = statements
    .filter(ts.isClassDeclaration)
    .filter((each) => each.name?.text === controller.className)
    .flatMap((each) => each.members.filter(ts.isMethodDeclaration))
    .filter((each) => each.name.getText() === controller.methodName);
  const taken = methods.flatMap((method) =>
    method.parameters.flatMap((each) => placeOf(each, each.name.getText(), names)),
  );
  const calls = provider === null ? [] : topLevel(program.file(provider.path), provider.name);
  const sdk = accessor === null ? undefined : program.file(sdkPath(accessor));
  const functions = accessor === null ? [] : topLevel(sdk, accessor.at(-1) ?? "");
  const written = [...calls.flatMap(parametersOf), ...functions].flatMap((node) =>
    [...signatures(node, names), ...plainParameters(node)].flatMap((each) =>
      placeOf(each, each.name.getText(), names),
    ),
  );
  return [...taken, ...written];
}

export function sdkPath(accessor: readonly string[]): string {
  return `src/api/functional/${[...accessor.slice(0, -1), "index.ts"].join("/")}`;
}

function placeOf(node: ts.Node, name: string, names: NameMap): readonly Place[] {
  const to = names.get(name);
  return to === undefined ? [] : [[node, name, to]];
}

function parametersOf(node: ts.Node): readonly ts.Node[] {
  return ts.isFunctionLike(node) ? [...node.parameters] : [node];
}

/** `function at(connection, articleId)`, as older SDKs have it. */
function plainParameters(node: ts.Node): readonly ts.ParameterDeclaration[] {
  if (ts.isParameter(node)) return ts.isIdentifier(node.name) ? [node] : [];
  const found: ts.ParameterDeclaration[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isParameter(each) && ts.isIdentifier(each.name)) found.push(each);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}

/** Members of types written in a node. */
function signatures(node: ts.Node | undefined, names: NameMap): readonly ts.PropertySignature[] {
  const found: ts.PropertySignature[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isPropertySignature(each) && names.has(each.name.getText())) found.push(each);
    ts.forEachChild(each, visit);
  };
  if (node !== undefined) visit(node);
  return found;
}
