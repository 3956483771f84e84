import { ts } from "ts-morph";
import type { PrismaRole, TypedProgram } from "../../graph/types/typed-program.js";
import { wantedOfPlace, wantedType } from "./context.js";
import { knownPattern, knownType } from "./known-type.js";
import { membersInType } from "./member-names.js";
import { membersOf } from "./members.js";

/** What a name stands for: declarations of the backend, or a member of the Prisma client. */
export type Meaning =
  | { readonly kind: "declared"; readonly declarations: readonly ts.Node[] }
  | { readonly kind: "field"; readonly model: string; readonly field: string; readonly role: PrismaRole }
  | { readonly kind: "model"; readonly model: string };

/** All meanings of a name at its place; several where its owner is a union. Empty where nothing is known. */
export function meaningsOf(
  node: ts.Identifier | ts.StringLiteralLike,
  program: TypedProgram,
): readonly Meaning[] {
  const inType = membersInType(node, program);
  if (inType !== null) return inType.flatMap((symbol) => meaningOf(symbol, program));
  const namespaced = prismaNamespaceMember(node, program);
  if (namespaced !== null) return [namespaced];
  const found = symbolsOf(node, program).flatMap((symbol) => meaningOf(symbol, program));
  return found.length > 0 ? found : untypedDelegate(node, program);
}

/** `anything.bbs_articles` where the type of `anything` is not known: model names are never met by chance. */
function untypedDelegate(
  node: ts.Identifier | ts.StringLiteralLike,
  program: TypedProgram,
): readonly Meaning[] {
  const accessed = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
  return accessed && program.prisma.modelOf(node.text) === node.text
    ? [{ kind: "model", model: node.text }]
    : [];
}

function symbolsOf(node: ts.Identifier | ts.StringLiteralLike, program: TypedProgram): readonly ts.Symbol[] {
  const { checker } = program;
  const parent = node.parent;
  if (ts.isPropertyAssignment(parent) && parent.name === node) {
    const wanted = membersOf(wantedType(parent.parent, program), node.text, checker);
    return wanted.length > 0 ? wanted : present(checker.getSymbolAtLocation(node));
  }
  if (ts.isShorthandPropertyAssignment(parent))
    return present(checker.getShorthandAssignmentValueSymbol(parent));
  if (ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent)) {
    const named = parent.propertyName ?? parent.name;
    if (named === node) return membersOf(knownPattern(parent.parent, program), node.text, checker);
  }
  if (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) {
    return untypedMember(parent, node.text, program);
  }
  const symbol = checker.getSymbolAtLocation(node);
  if (symbol?.declarations !== undefined) return [symbol];
  return ts.isPropertyAccessExpression(parent) && parent.name === node
    ? untypedMember(parent, node.text, program)
    : [];
}

/** The property that a shorthand such as `{ comments }` sets, beside the variable that it reads. */
export function shorthandTargets(
  node: ts.ShorthandPropertyAssignment,
  program: TypedProgram,
): readonly Meaning[] {
  const wanted = wantedType(node.parent, program);
  return membersOf(wanted, node.name.text, program.checker).flatMap((symbol) => meaningOf(symbol, program));
}

/** A member of something whose type is hidden: of what flows into it, or of what it is used as. */
function untypedMember(
  { expression }: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  name: string,
  program: TypedProgram,
): readonly ts.Symbol[] {
  const known = membersOf(knownType(expression, program), name, program.checker);
  return known.length > 0 ? known : membersOf(wantedOfPlace(expression, program), name, program.checker);
}

export function meaningOf(symbol: ts.Symbol, program: TypedProgram): readonly Meaning[] {
  const target = symbol.flags & ts.SymbolFlags.Alias ? aliased(symbol, program.checker) : symbol;
  const declarations = target.declarations ?? [];
  const first = declarations[0];
  if (first === undefined) return [];
  if (program.pathOf(first.getSourceFile()) !== null) return [{ kind: "declared", declarations }];
  return declarations.flatMap((declaration) => prismaMeaning(declaration, target.name, program));
}

function prismaMeaning(declaration: ts.Node, name: string, program: TypedProgram): readonly Meaning[] {
  const owner = enclosingDeclaration(declaration);
  if (owner === null) return [];
  if (owner === "PrismaClient") return [{ kind: "model", model: name }];
  const known = program.prisma.owners.get(owner);
  if (known === undefined) return [];
  return [{ kind: "field", model: known.model, field: name, role: known.role }];
}

/** Name of the interface or class that declares a member. */
function enclosingDeclaration(node: ts.Node): string | null {
  const parent = node.parent as ts.Node | undefined;
  if (parent === undefined) return null;
  if (ts.isInterfaceDeclaration(parent) || ts.isClassDeclaration(parent)) return parent.name?.text ?? null;
  return null;
}

/** `Prisma.bbs_articlesWhereInput` and the like, by the longest model name that it starts with. */
function prismaNamespaceMember(
  node: ts.Identifier | ts.StringLiteralLike,
  program: TypedProgram,
): Meaning | null {
  const parent = node.parent;
  const left =
    ts.isQualifiedName(parent) && parent.right === node
      ? parent.left
      : ts.isPropertyAccessExpression(parent) && parent.name === node
        ? parent.expression
        : null;
  if (left === null || left.getText() !== "Prisma") return null;
  const model = program.prisma.modelOf(node.text);
  return model === null ? null : { kind: "model", model };
}

function aliased(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  const target = checker.getAliasedSymbol(symbol);
  return target.declarations === undefined ? symbol : target;
}

function present(symbol: ts.Symbol | undefined): readonly ts.Symbol[] {
  return symbol === undefined ? [] : [symbol];
}
