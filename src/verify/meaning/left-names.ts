import { ts } from "ts-morph";
import type { RemovedNames } from "./removed-names.js";
import type { Stop } from "./stop.js";

/** Identifiers of removed models, DTOs and operations. Comments and texts may go on mentioning them. */
export function leftNames(
  source: ts.SourceFile,
  names: RemovedNames,
  declared: ReadonlySet<string>,
): readonly Stop[] {
  const stops: Stop[] = [];
  const add = (node: ts.Node, what: string): number =>
    stops.push({ code: "left-name", message: `${what} was removed and is still used`, node });
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const what = removedIdentifier(node, names, declared);
      if (what !== null) add(node, what);
    }
    const dto = qualifiedName(node);
    if (dto !== null && names.dtos.has(dto)) add(node, `The DTO ${dto}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return stops;
}

function removedIdentifier(
  node: ts.Identifier,
  { models, dtos, exports, database }: RemovedNames,
  declared: ReadonlySet<string>,
): string | null {
  const { text, parent } = node;
  if (models.has(text) && (isDelegate(node) || (text.includes("_") && !declared.has(text))))
    return `The model ${text}`;
  if (isPrismaType(node)) {
    const model = longestModel(text, [...database.models.keys()]);
    if (model !== null && models.has(model)) return `The model ${model}`;
  }
  if (dtos.has(text) && !declared.has(text) && !isMemberName(node)) return `The DTO ${text}`;
  const used = !isMemberName(node) && !ts.isImportSpecifier(parent) && !ts.isExportSpecifier(parent);
  return exports.has(text) && !dtos.has(text) && !declared.has(text) && used ? `"${text}"` : null;
}

const CLIENT = /(^|\.|\b)(prisma|tx|trx|transaction|db|client)$/i;

/** `MyGlobal.prisma.bbs_articles`, `tx.bbs_articles`. */
function isDelegate({ parent }: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(parent) && CLIENT.test(parent.expression.getText());
}

/** `Prisma.bbs_articlesWhereInput` */
function isPrismaType(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isQualifiedName(parent)) return parent.right === node && parent.left.getText() === "Prisma";
  return (
    ts.isPropertyAccessExpression(parent) && parent.name === node && parent.expression.getText() === "Prisma"
  );
}

export function longestModel(typeName: string, models: readonly string[]): string | null {
  return models
    .filter((model) => typeName.startsWith(model) && /^([A-Z$]|$)/.test(typeName.slice(model.length)))
    .reduce<string | null>(
      (best, model) => (best !== null && best.length >= model.length ? best : model),
      null,
    );
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  const named =
    ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodDeclaration(parent);
  if (named || ts.isBindingElement(parent))
    return ts.isBindingElement(parent) ? parent.propertyName === node : parent.name === node;
  return false;
}

/** "IBbsArticle.IComment", whole: a longer name is asked about on its own. */
function qualifiedName(node: ts.Node): string | null {
  if (!ts.isQualifiedName(node) && !ts.isPropertyAccessExpression(node)) return null;
  const text = node.getText();
  return /^I[A-Z][\w]*(\.I?[A-Z]\w*)+$/.test(text) ? text : null;
}

/** Names that a file of the head declares itself; such a name no longer means the removed thing. */
export function declaredNames(sources: Iterable<ts.SourceFile>): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isModuleDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isPropertySignature(node) ||
      ts.isEnumDeclaration(node);
    if (declares && node.name !== undefined && ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  for (const source of sources) visit(source);
  return names;
}
