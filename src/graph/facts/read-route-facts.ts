import { ts } from "ts-morph";
import { sdkFunctions } from "../../spec/interface/read-accessors.js";
import { readRoutes } from "../../spec/interface/read-routes.js";
import { entityName } from "../../spec/interface/type-names.js";
import type { RouteFact, SdkFact } from "./file-facts.js";

type Parts = ReadonlyMap<ts.Node, ReadonlySet<string>>;

/** The routes of a controller, each with what its method uses; `parts` come from the walk through the file. */
export function readRouteFacts(source: ts.SourceFile, parts: Parts): readonly RouteFact[] {
  return readRoutes(source).map((route) => ({
    key: `${route.method} ${route.path}`,
    symbol: `${route.className}.${route.node.name.getText()}`,
    uses: [...(parts.get(route.node) ?? [])],
  }));
}

/** The SDK functions of a file; one is a function and a namespace of the same name. */
export function readSdkFacts(source: ts.SourceFile, parts: Parts): readonly SdkFact[] {
  return sdkFunctions(source).map(({ name, method, path }) => {
    const own = source.statements.filter(
      (each) => (ts.isFunctionDeclaration(each) || ts.isModuleDeclaration(each)) && each.name?.text === name,
    );
    const types = aliasesOf(own);
    return {
      name,
      key: `${method} ${path}`,
      uses: [...new Set(own.flatMap((each) => [...(parts.get(each) ?? [])]))],
      body: types.get("Body") ?? "",
      answer: types.get("Output") ?? types.get("Response") ?? "",
    };
  });
}

/** `export type Body = IX.ICreate;` of the function's namespace: name → the type it stands for. */
function aliasesOf(parts: readonly ts.Statement[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of parts)
    if (ts.isModuleDeclaration(part) && part.body !== undefined && ts.isModuleBlock(part.body))
      for (const each of part.body.statements)
        if (
          ts.isTypeAliasDeclaration(each) &&
          ts.isTypeReferenceNode(each.type) &&
          each.type.typeArguments === undefined
        )
          found.set(each.name.text, entityName(each.type.typeName));
  return found;
}
