import { ts } from "ts-morph";
import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import type { ImportResolver } from "../../source/resolve-import.js";
import { callName } from "./decorators.js";
import type { Operation } from "./interface-spec.js";

/** The first call in a controller method of something imported from `src/providers`. */
export function readProvider(node: ts.MethodDeclaration, resolve: ImportResolver): Operation["provider"] {
  const imports = importSources(node.getSourceFile());
  let found: Operation["provider"] = null;
  const visit = (each: ts.Node): void => {
    if (found !== null) return;
    if (ts.isCallExpression(each)) {
      const [local = "", ...rest] = callName(each).split(".");
      const source = imports.get(local);
      const path = source === undefined ? null : resolve(node.getSourceFile().fileName, source.specifier);
      if (source !== undefined && path !== null && classify(path) === "operation") {
        found = { name: [...(source.name === "*" ? [] : [source.name]), ...rest].join("."), path };
        return;
      }
    }
    ts.forEachChild(each, visit);
  };
  if (node.body !== undefined) visit(node.body);
  return found;
}

/** The declared return type of an operation, for controllers that do not write theirs. */
export function providerReturnType(backend: Backend, provider: Operation["provider"]): ts.TypeNode | null {
  const file = provider === null ? undefined : backend.files.get(provider.path);
  if (provider === null || file === undefined) return null;
  for (const statement of parseTypescript(file).statements)
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === provider.name)
      return statement.type ?? null;
  return null;
}

function importSources(source: ts.SourceFile): ReadonlyMap<string, { name: string; specifier: string }> {
  const found = new Map<string, { name: string; specifier: string }>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const specifier = statement.moduleSpecifier.text;
    const clause = statement.importClause;
    if (clause?.name !== undefined) found.set(clause.name.text, { name: clause.name.text, specifier });
    const bindings = clause?.namedBindings;
    if (bindings === undefined) continue;
    if (ts.isNamespaceImport(bindings)) found.set(bindings.name.text, { name: "*", specifier });
    else
      for (const each of bindings.elements)
        found.set(each.name.text, { name: (each.propertyName ?? each.name).text, specifier });
  }
  return found;
}
