import { ts } from "ts-morph";
import type { ImportFact } from "../../graph/facts/file-facts.js";
import { readImports } from "../../graph/facts/read-imports.js";
import type { Backend, BackendFile } from "../../source/backend.js";

/** What a file takes from others and gives to them, from its syntax alone. */
export interface ModuleFacts {
  readonly imports: readonly ImportFact[];
  /** Names it declares and exports; `export *` stands in the imports. */
  readonly exports: ReadonlySet<string>;
}

/** Facts by blob SHA: what base and head share is read once. */
export class ModuleReader {
  private readonly known = new Map<string, ModuleFacts>();

  public read(file: BackendFile): ModuleFacts {
    const known = this.known.get(file.sha);
    if (known !== undefined) return known;
    const source = ts.createSourceFile(file.path, file.text ?? "", ts.ScriptTarget.Latest, true);
    const facts = { imports: readImports(source), exports: readExports(source) };
    this.known.set(file.sha, facts);
    return facts;
  }

  /** Every module of a backend, in path order. */
  public all(backend: Backend): ReadonlyMap<string, ModuleFacts> {
    const files = [...backend.files.values()].filter(
      ({ path, text }) => /\.[cm]?tsx?$/.test(path) && text !== null,
    );
    return new Map(files.map((file) => [file.path, this.read(file)]));
  }
}

function readExports(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of source.statements) {
    if (ts.isExportAssignment(statement)) names.add(statement.isExportEquals === true ? "=" : "default");
    if (ts.isExportDeclaration(statement)) exportedNames(statement).forEach((name) => names.add(name));
    if (!ts.canHaveModifiers(statement)) continue;
    const modifiers = ts.getModifiers(statement)?.map(({ kind }) => kind) ?? [];
    if (!modifiers.includes(ts.SyntaxKind.ExportKeyword)) continue;
    if (modifiers.includes(ts.SyntaxKind.DefaultKeyword)) names.add("default");
    else declaredNames(statement).forEach((name) => names.add(name));
  }
  return names;
}

function exportedNames({ exportClause }: ts.ExportDeclaration): readonly string[] {
  if (exportClause === undefined) return [];
  if (ts.isNamespaceExport(exportClause)) return [exportClause.name.text];
  return exportClause.elements.map(({ name }) => name.text);
}

function declaredNames(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => bindingNames(name));
  if (!("name" in statement)) return [];
  const { name } = statement as { readonly name?: ts.Node };
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [name.text] : [];
}

function bindingNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? bindingNames(element.name) : []));
}
