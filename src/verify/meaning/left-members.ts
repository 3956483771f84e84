import { ts } from "ts-morph";
import { longestModel } from "./left-names.js";
import { mentions } from "./mentions.js";
import { localValue, queryKeys } from "./query-walk.js";
import type { RemovedNames } from "./removed-names.js";
import type { Stop } from "./stop.js";

/**
 * Names of removed members left as property names. Where the object's owner is known (a query of a model, a value of
 * a DTO) the member itself is asked for; elsewhere only names that nothing else in the head has, in files that use the owner.
 */
export function leftMembers(source: ts.SourceFile, names: RemovedNames): readonly Stop[] {
  const found = new Map<ts.Node, Stop>();
  const add = (node: ts.Node, member: string): void => {
    found.set(node, { code: "left-member", message: `${member} was removed and is still named`, node });
  };
  const words = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) words.add(node.text);
    if (ts.isExpression(node)) {
      const model = queriedModel(node, names);
      if (model !== null)
        for (const key of queryKeys(model.query, model.name, names.database))
          if (isRemovedField(`${key.model}.${key.name}`, names)) add(key.node, `"${key.model}.${key.name}"`);
      for (const [key, dto] of typedKeys(node))
        if (names.properties.has(`${dto}.${key.text}`)) add(key, `"${dto}.${key.text}"`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const [node, member] of uniqueNames(source, words, names)) if (!found.has(node)) add(node, member);
  return [...found.values()];
}

function isRemovedField(field: string, { fields, whole }: RemovedNames): boolean {
  return fields.has(field) || whole.has(field.split(".")[0] ?? "");
}

/** `prisma.bbs_articles.findMany({…})`, `{…} satisfies Prisma.bbs_articlesCreateInput`, `const where: Prisma.…WhereInput = {…}`. */
function queriedModel(
  node: ts.Expression,
  { database }: RemovedNames,
): { readonly name: string; readonly query: ts.Expression } | null {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const delegate = node.expression.expression;
    const [query] = node.arguments;
    if (query === undefined || !ts.isPropertyAccessExpression(delegate)) return null;
    return database.models.has(delegate.name.text) ? { name: delegate.name.text, query } : null;
  }
  const type = ts.isSatisfiesExpression(node) || ts.isAsExpression(node) ? node.type : annotation(node);
  if (type === undefined) return null;
  const name = /^Prisma\.(\w+)/.exec(type.getText())?.[1];
  const model = name === undefined ? null : longestModel(name, [...database.models.keys()]);
  const query = ts.isSatisfiesExpression(node) || ts.isAsExpression(node) ? node.expression : node;
  return model === null ? null : { name: model, query };
}

function annotation(node: ts.Expression): ts.TypeNode | undefined {
  const { parent } = node;
  return ts.isVariableDeclaration(parent) && parent.initializer === node ? parent.type : undefined;
}

/** Top-level keys of an object whose DTO is written beside it. */
function typedKeys(node: ts.Expression): readonly (readonly [ts.Identifier, string])[] {
  if (!ts.isObjectLiteralExpression(node)) return [];
  const dto = dtoOf(node);
  if (dto === null) return [];
  return ownKeys(node).map((key) => [key, dto] as const);
}

function ownKeys(node: ts.Expression): readonly ts.Identifier[] {
  if (ts.isParenthesizedExpression(node)) return ownKeys(node.expression);
  if (ts.isConditionalExpression(node)) return [...ownKeys(node.whenTrue), ...ownKeys(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return ownKeys(node.right);
  if (!ts.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap((property) => {
    if (ts.isSpreadAssignment(property)) return ownKeys(property.expression);
    return property.name !== undefined && ts.isIdentifier(property.name) ? [property.name] : [];
  });
}

function dtoOf(node: ts.ObjectLiteralExpression): string | null {
  const { parent } = node;
  if (ts.isSatisfiesExpression(parent) || ts.isAsExpression(parent)) return parent.type.getText();
  const type = annotation(node) ?? returned(node);
  return type === undefined ? null : (/^Promise<(.+)>$/.exec(type.getText())?.[1] ?? type.getText());
}

/** The written return type of the function that returns the object. */
function returned(node: ts.Expression): ts.TypeNode | undefined {
  if (!ts.isReturnStatement(node.parent)) return undefined;
  for (let at: ts.Node = node.parent; !ts.isSourceFile(at); at = at.parent)
    if (ts.isFunctionLike(at)) return at.type;
  return undefined;
}

/** Property names that only removed members had, in a file that uses what owned them. */
function uniqueNames(
  source: ts.SourceFile,
  words: ReadonlySet<string>,
  { members, kept }: RemovedNames,
): readonly (readonly [ts.Node, string])[] {
  const unique = new Map<string, string>();
  for (const [name, owners] of members) {
    const owner = [...owners].find((each) => mentions(words, each));
    if (owner !== undefined && !kept.has(name)) unique.set(name, `"${owner}.${name}"`);
  }
  const found: (readonly [ts.Node, string])[] = [];
  const visit = (node: ts.Node): void => {
    const name = propertyName(node);
    const member = name === null ? undefined : unique.get(name.text);
    if (name !== null && member !== undefined && !isForeign(node)) found.push([name, member]);
    ts.forEachChild(node, visit);
  };
  if (unique.size > 0) visit(source);
  return found;
}

function propertyName(node: ts.Node): ts.Identifier | ts.StringLiteral | null {
  if (ts.isPropertyAccessExpression(node)) return ts.isIdentifier(node.name) ? node.name : null;
  if (ts.isShorthandPropertyAssignment(node)) return node.name;
  if (ts.isBindingElement(node)) {
    const name = node.propertyName ?? (ts.isObjectBindingPattern(node.parent) ? node.name : undefined);
    return name !== undefined && ts.isIdentifier(name) ? name : null;
  }
  if (!ts.isPropertyAssignment(node)) return null;
  return ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name : null;
}

/**
 * Whether a property is one of an object that this file makes for itself: a local value without a type, or what
 * is handed to a function as it stands.
 */
function isForeign(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    const { expression } = node;
    if (isImported(expression)) return true;
    const value = ts.isIdentifier(expression) ? localValue(expression) : null;
    return value !== null && ts.isObjectLiteralExpression(value);
  }
  if (ts.isBindingElement(node)) return false;
  let at = node.parent;
  while (
    ts.isObjectLiteralExpression(at.parent) ||
    ts.isPropertyAssignment(at.parent) ||
    ts.isArrayLiteralExpression(at.parent)
  )
    at = at.parent;
  if (ts.isVariableDeclaration(at.parent)) return at.parent.type === undefined;
  return ts.isCallExpression(at.parent) && at.parent.arguments.some((argument) => argument === at);
}

/** `api.functional.bbs.comments`: a path below what another module gives, such as the SDK, is no value of a DTO. */
function isImported(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) return isImported(node.expression);
  if (!ts.isIdentifier(node)) return false;
  return node.getSourceFile().statements.some((statement) => {
    if (!ts.isImportDeclaration(statement)) return false;
    const { name, namedBindings } = statement.importClause ?? {};
    if (name?.text === node.text) return true;
    if (namedBindings === undefined) return false;
    if (ts.isNamespaceImport(namedBindings)) return namedBindings.name.text === node.text;
    return namedBindings.elements.some((element) => element.name.text === node.text);
  });
}
