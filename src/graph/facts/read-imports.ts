import { ts } from "ts-morph";
import type { ImportFact } from "./file-facts.js";

/** Every way one file names another: imports, exports from, `import("…")` as a type and as a call, `require`. */
export function readImports(source: ts.SourceFile): readonly ImportFact[] {
  const found = source.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) return [importFact(statement)];
    if (ts.isExportDeclaration(statement)) return exportFact(statement);
    if (ts.isImportEqualsDeclaration(statement)) return importEquals(statement);
    return [];
  });
  return /\b(?:import|require)\s*\(/.test(source.text) ? [...found, ...dynamicImports(source)] : found;
}

function importFact(node: ts.ImportDeclaration): ImportFact {
  const names: (readonly [string, string])[] = [];
  const clause = node.importClause;
  if (clause?.name !== undefined) names.push(["default", clause.name.text]);
  const bindings = clause?.namedBindings;
  if (bindings !== undefined && ts.isNamespaceImport(bindings)) names.push(["*", bindings.name.text]);
  if (bindings !== undefined && ts.isNamedImports(bindings))
    for (const each of bindings.elements) names.push([(each.propertyName ?? each.name).text, each.name.text]);
  return { specifier: textOf(node.moduleSpecifier), names, idle: [], reexports: [] };
}

function exportFact(node: ts.ExportDeclaration): readonly ImportFact[] {
  if (node.moduleSpecifier === undefined) return [];
  const specifier = textOf(node.moduleSpecifier);
  const clause = node.exportClause;
  if (clause === undefined) return [{ specifier, names: [["*", ""]], idle: [], reexports: ["*"] }];
  if (ts.isNamespaceExport(clause))
    return [{ specifier, names: [["*", ""]], idle: [], reexports: [clause.name.text] }];
  const names = clause.elements.map((each) => [(each.propertyName ?? each.name).text, ""] as const);
  return [{ specifier, names, idle: [], reexports: clause.elements.map((each) => each.name.text) }];
}

function importEquals(node: ts.ImportEqualsDeclaration): readonly ImportFact[] {
  if (!ts.isExternalModuleReference(node.moduleReference)) return [];
  return [
    {
      specifier: textOf(node.moduleReference.expression),
      names: [["*", node.name.text]],
      idle: [],
      reexports: [],
    },
  ];
}

function dynamicImports(source: ts.SourceFile): readonly ImportFact[] {
  const found: ImportFact[] = [];
  const visit = (node: ts.Node): void => {
    const argument = ts.isImportTypeNode(node)
      ? ts.isLiteralTypeNode(node.argument) && node.argument.literal
      : ts.isCallExpression(node) && isImportCall(node) && node.arguments[0];
    if (argument !== undefined && argument !== false && ts.isStringLiteralLike(argument))
      found.push({ specifier: argument.text, names: [["*", ""]], idle: [], reexports: [] });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isImportCall(node: ts.CallExpression): boolean {
  return (
    node.expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(node.expression) && node.expression.text === "require")
  );
}

function textOf(node: ts.Expression): string {
  return ts.isStringLiteralLike(node) ? node.text : "";
}

/** Sets apart what is imported and never used: generated files carry one large header of imports. */
export function withoutIdle(
  imports: readonly ImportFact[],
  used: ReadonlySet<string>,
): readonly ImportFact[] {
  return imports.map((each) => {
    const idle = each.names.filter(([, local]) => local !== "" && !used.has(local));
    if (idle.length === 0) return each;
    return {
      ...each,
      names: each.names.filter((pair) => !idle.includes(pair)),
      idle: idle.map(([name]) => name),
    };
  });
}
