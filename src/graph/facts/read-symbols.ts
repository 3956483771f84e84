import { ts } from "ts-morph";
import type { SymbolFact } from "./file-facts.js";

/** Exported names of a file, members of namespaces and classes included, each with whether callers depend on inference. */
export function readSymbols(source: ts.SourceFile): readonly SymbolFact[] {
  const found = new Map<string, boolean>();
  for (const statement of source.statements) addStatement(statement, "", found);
  return [...found].map(([name, typed]) => ({ name, typed }));
}

function addStatement(node: ts.Statement, prefix: string, found: Map<string, boolean>): void {
  if (ts.isExportAssignment(node)) found.set(`${prefix}default`, true);
  if (!ts.canHaveModifiers(node)) return;
  const modifiers = ts.getModifiers(node) ?? [];
  if (!modifiers.some((each) => each.kind === ts.SyntaxKind.ExportKeyword)) return;
  if (modifiers.some((each) => each.kind === ts.SyntaxKind.DefaultKeyword))
    add(found, `${prefix}default`, true);
  if (ts.isFunctionDeclaration(node))
    add(found, prefix + (node.name?.text ?? "default"), node.type !== undefined);
  else if (ts.isVariableStatement(node))
    for (const each of node.declarationList.declarations)
      add(found, prefix + each.name.getText(), isTyped(each));
  else if (ts.isModuleDeclaration(node) && node.body !== undefined) {
    add(found, prefix + node.name.text, true);
    if (ts.isModuleBlock(node.body))
      for (const each of node.body.statements) addStatement(each, `${prefix}${node.name.text}.`, found);
  } else if (ts.isClassDeclaration(node)) addClass(node, prefix + (node.name?.text ?? "default"), found);
  else if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isEnumDeclaration(node))
    add(found, prefix + node.name.text, true);
}

function addClass(node: ts.ClassDeclaration, name: string, found: Map<string, boolean>): void {
  add(found, name, true);
  for (const member of node.members)
    if (ts.isMethodDeclaration(member) || ts.isGetAccessor(member))
      add(found, `${name}.${member.name.getText()}`, member.type !== undefined);
}

/** A constant's type is known to its users if it is written, or if it is a function that writes its own. */
function isTyped(node: ts.VariableDeclaration): boolean {
  if (node.type !== undefined) return true;
  const value = node.initializer;
  if (value === undefined) return true;
  if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return value.type !== undefined;
  return ts.isLiteralExpression(value);
}

/** A name may be declared more than once (a function with its namespace, overloads): one inferred part is enough. */
function add(found: Map<string, boolean>, name: string, typed: boolean): void {
  found.set(name, typed && found.get(name) !== false);
}
