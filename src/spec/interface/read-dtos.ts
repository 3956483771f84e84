import { ts } from "ts-morph";
import { nodeSpan, leadingText } from "../../source/node-span.js";
import { docTag, typeTag } from "./doc-tag.js";
import type { Dto, DtoProperty } from "./interface-spec.js";
import { importedNames, typeNames } from "./type-names.js";

/** A DTO as its file says it; `references` and `model` still hold names as written and the tag alone. */
export interface DtoSyntax extends Dto {
  /** Names the references are looked up from, innermost first: the enclosing namespaces. */
  readonly scopes: readonly string[];
  /** Local name → exported name, where an import renames. */
  readonly imports: ReadonlyMap<string, string>;
}

type Declaration =
  ts.TypeAliasDeclaration | ts.InterfaceDeclaration | ts.ClassDeclaration | ts.EnumDeclaration;

const read = new WeakMap<ts.SourceFile, readonly DtoSyntax[]>();

/** Reads the declarations of one file, those inside namespaces by their qualified names. */
export function readDtos(source: ts.SourceFile): readonly DtoSyntax[] {
  let found = read.get(source);
  if (found === undefined)
    read.set(source, (found = readStatements(source.statements, [], importedNames(source))));
  return found;
}

function readStatements(
  statements: readonly ts.Statement[],
  scopes: readonly string[],
  imports: ReadonlyMap<string, string>,
): readonly DtoSyntax[] {
  return statements.flatMap((statement) => {
    if (ts.isModuleDeclaration(statement)) {
      const [names, body] = unwrapNamespace(statement);
      const inner = names.reduce<readonly string[]>(
        (found, name) => [[...found.slice(0, 1), name].join("."), ...found],
        scopes,
      );
      return body === null ? [] : readStatements(body.statements, inner, imports);
    }
    return isDeclaration(statement) ? [readDeclaration(statement, scopes, imports)] : [];
  });
}

/** `namespace A.B {}` is one namespace inside another. */
function unwrapNamespace(node: ts.ModuleDeclaration): [string[], ts.ModuleBlock | null] {
  const names = [node.name.text];
  let body = node.body;
  while (body !== undefined && ts.isModuleDeclaration(body)) {
    names.push(body.name.text);
    body = body.body as ts.ModuleDeclaration["body"];
  }
  return [names, body !== undefined && ts.isModuleBlock(body) ? body : null];
}

function isDeclaration(node: ts.Statement): node is Declaration {
  return (
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    (ts.isClassDeclaration(node) && node.name !== undefined)
  );
}

function readDeclaration(
  node: Declaration,
  scopes: readonly string[],
  imports: ReadonlyMap<string, string>,
): DtoSyntax {
  const name = [...scopes.slice(0, 1), (node.name as ts.Identifier).text].join(".");
  const members = ownMembers(node);
  return {
    name,
    path: node.getSourceFile().fileName,
    span: nodeSpan(node),
    model: docTag(leadingText(node), "schema") ?? (members.length === 0 ? typeTag(node.getText()) : null),
    properties: members.flatMap(readProperty),
    references: typeNames(node),
    // A declaration's own namespace part is a scope as well: `IX` sees what `namespace IX` declares only by
    // its full name, so it is not.
    scopes,
    imports,
  };
}

/** Members written in the declaration itself: of a literal, or of the literals in an intersection. */
function ownMembers(node: Declaration): readonly ts.Node[] {
  if (ts.isTypeAliasDeclaration(node)) return literalMembers(node.type);
  return ts.isEnumDeclaration(node) ? [] : [...node.members];
}

function literalMembers(type: ts.TypeNode): readonly ts.Node[] {
  if (ts.isTypeLiteralNode(type)) return [...type.members];
  if (ts.isParenthesizedTypeNode(type)) return literalMembers(type.type);
  return ts.isIntersectionTypeNode(type) ? type.types.flatMap(literalMembers) : [];
}

function readProperty(node: ts.Node): readonly DtoProperty[] {
  if (!ts.isPropertySignature(node) && !ts.isPropertyDeclaration(node)) return [];
  if (ts.isComputedPropertyName(node.name) || node.type === undefined) return [];
  return [
    {
      name: node.name.text,
      optional: node.questionToken !== undefined,
      type: node.type.getText(),
      references: typeNames(node.type),
      column: docTag(leadingText(node), "schema-property"),
      span: nodeSpan(node),
    },
  ];
}
