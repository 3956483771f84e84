import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";

/**
 * A DTO that is written as `any` takes what its model has: `body: IBbsReport.ICreate` is a row of `bbs_reports`. Null
 * for a declaration that says its type in another way.
 */
export function hiddenRow(declaration: ts.Node | undefined, program: TypedProgram): ts.Type | null {
  if (declaration === undefined) return null;
  const isTyped =
    ts.isPropertySignature(declaration) ||
    ts.isPropertyDeclaration(declaration) ||
    ts.isParameter(declaration) ||
    ts.isVariableDeclaration(declaration);
  return isTyped && declaration.type !== undefined ? rowOf(declaration.type, program, 0) : null;
}

/** The same for a written type. */
export function hiddenRowOf(type: ts.TypeNode, program: TypedProgram): ts.Type | null {
  return rowOf(type, program, 0);
}

function rowOf(type: ts.TypeNode, program: TypedProgram, depth: number): ts.Type | null {
  if (!ts.isTypeReferenceNode(type) || depth > 4) return null;
  const { checker } = program;
  const symbol = checker.getSymbolAtLocation(type.typeName);
  const target =
    symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declaration = target?.declarations?.find(ts.isTypeAliasDeclaration);
  if (declaration === undefined) return null;
  if (!saysNothing(declaration.type)) return rowOf(declaration.type, program, depth + 1);
  const model = program.modelOfDto(qualifiedName(declaration));
  return model === null ? null : program.typeOf(model, "row");
}

/** `any`, and unions of it. */
function saysNothing(type: ts.TypeNode): boolean {
  if (ts.isUnionTypeNode(type)) return type.types.every(saysNothing);
  return type.kind === ts.SyntaxKind.AnyKeyword;
}

function qualifiedName(declaration: ts.TypeAliasDeclaration): string {
  const names = [declaration.name.text];
  for (let at: ts.Node = declaration.parent; !ts.isSourceFile(at); at = at.parent)
    if (ts.isModuleDeclaration(at)) names.unshift(at.name.text);
  return names.join(".");
}
