import { ts } from "ts-morph";
import { leadingText } from "../../../source/node-span.js";
import type { DtoDeclaration, DtoFile, DtoImport } from "./dto-declaration.js";
import { docText, readMembers, readReference, readSchema } from "./read-schema.js";
import type { ReferenceSchema, Schema } from "./schema.js";

/** Reads a DTO file as a tree that says all of it, formatting aside. */
export function readDtoFile(source: ts.SourceFile): DtoFile {
  const imports: DtoImport[] = [];
  const declarations: DtoDeclaration[] = [];
  const unread: string[] = [];
  const visit = (statements: readonly ts.Statement[], scopes: readonly string[]): void => {
    for (const node of statements) {
      const imported = ts.isImportDeclaration(node) ? readImport(node) : null;
      if (imported !== null) imports.push(imported);
      else if (ts.isModuleDeclaration(node) && node.body !== undefined && ts.isModuleBlock(node.body))
        visit(node.body.statements, [...scopes, node.name.text]);
      else if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
        declarations.push(readDeclaration(node, scopes));
      else unread.push(node.getText());
    }
  };
  visit(source.statements, []);
  return { path: source.fileName, imports, declarations, unread };
}

function readImport(node: ts.ImportDeclaration): DtoImport | null {
  const clause = node.importClause;
  const bindings = clause?.namedBindings;
  if (clause?.name !== undefined || bindings === undefined || !ts.isNamedImports(bindings)) return null;
  return {
    from: (node.moduleSpecifier as ts.StringLiteral).text,
    names: bindings.elements.map(({ name, propertyName }) => ({
      name: (propertyName ?? name).text,
      as: name.text,
    })),
  };
}

function readDeclaration(
  node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration,
  scopes: readonly string[],
): DtoDeclaration {
  return {
    scopes,
    name: node.name.text,
    written: ts.isInterfaceDeclaration(node) ? "interface" : "type",
    exported: node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true,
    parameters: (node.typeParameters ?? []).map((each) => each.getText()),
    doc: docText(leadingText(node)),
    schema: ts.isInterfaceDeclaration(node) ? readInterfaceBody(node) : readSchema(node.type),
  };
}

function readInterfaceBody(node: ts.InterfaceDeclaration): Schema {
  const bases = (node.heritageClauses ?? []).flatMap(({ types }) =>
    types.map(({ expression, typeArguments }) => readReference(expression.getText(), typeArguments)),
  );
  const isReference = (each: Schema): each is ReferenceSchema => each.kind === "reference";
  const body = bases.every(isReference) ? readMembers([...node.members], bases.filter(isReference)) : null;
  return body ?? { kind: "unread", text: node.getText() };
}
