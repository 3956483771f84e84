import { ts } from "ts-morph";
import { sdkFunctions } from "../../spec/interface/read-accessors.js";
import { readRoutes } from "../../spec/interface/read-routes.js";
import type { ImportFact, RouteFact, SdkFact } from "./file-facts.js";
import { UseCollector } from "./use-collector.js";

/** The routes of a controller, each with what its method uses. */
export function readRouteFacts(source: ts.SourceFile, imports: readonly ImportFact[]): readonly RouteFact[] {
  return readRoutes(source).map((route) => ({
    key: `${route.method} ${route.path}`,
    symbol: `${route.className}.${route.node.name.getText()}`,
    uses: usesOf([route.node], imports),
  }));
}

/** The SDK functions of a file; one is a function and a namespace of the same name. */
export function readSdkFacts(source: ts.SourceFile, imports: readonly ImportFact[]): readonly SdkFact[] {
  return sdkFunctions(source).map(({ name, method, path }) => {
    const parts = source.statements.filter(
      (each) => (ts.isFunctionDeclaration(each) || ts.isModuleDeclaration(each)) && each.name?.text === name,
    );
    return { name, key: `${method} ${path}`, uses: usesOf(parts, imports) };
  });
}

function usesOf(nodes: readonly ts.Node[], imports: readonly ImportFact[]): readonly string[] {
  const collector = new UseCollector(imports);
  for (const node of nodes) collector.visit(node);
  return collector.facts().uses;
}
