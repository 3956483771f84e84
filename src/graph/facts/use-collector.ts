import { ts } from "ts-morph";
import type { FileFacts, ImportFact } from "./file-facts.js";
import { HOW } from "./file-facts.js";
import { keyContext, PRISMA_METHODS, typeContext } from "./prisma-words.js";

type Uses = Pick<FileFacts, "uses" | "prismaTypes" | "delegates" | "sdkCalls" | "names" | "hows">;

/**
 * Walks a file once and notes which names it uses and how. `context` is what an object literal's keys mean where the
 * walk stands: keys below `where` filter, keys below `select` select, and so on.
 */
export class UseCollector {
  private readonly imported: ReadonlySet<string>;
  /** Local names of imports that occur. */
  public readonly used = new Set<string>();
  private readonly uses = new Set<string>();
  private readonly prismaTypes = new Set<string>();
  private readonly delegates = new Set<string>();
  private readonly sdkCalls = new Set<string>();
  private readonly names = new Map<string, number>();
  private context: number = HOW.builds;

  public constructor(imports: readonly ImportFact[]) {
    this.imported = new Set(imports.flatMap(({ names }) => names.map(([, local]) => local)));
  }

  public facts(): Uses {
    return {
      uses: [...this.uses],
      prismaTypes: [...this.prismaTypes],
      delegates: [...this.delegates],
      sdkCalls: [...this.sdkCalls],
      names: [...this.names.keys()],
      hows: [...this.names.values()],
    };
  }

  public readonly visit = (node: ts.Node): void => {
    switch (node.kind) {
      case ts.SyntaxKind.ImportDeclaration:
        return;
      case ts.SyntaxKind.Identifier:
        return this.visitIdentifier(node as ts.Identifier);
      case ts.SyntaxKind.PropertyAccessExpression:
        return this.visitAccess(node as ts.PropertyAccessExpression);
      case ts.SyntaxKind.QualifiedName:
        return this.visitQualified(node as ts.QualifiedName);
      case ts.SyntaxKind.ObjectLiteralExpression:
        return this.visitObject(node as ts.ObjectLiteralExpression);
      case ts.SyntaxKind.SatisfiesExpression:
        return this.visitSatisfies(node as ts.SatisfiesExpression);
      case ts.SyntaxKind.VariableDeclaration:
        return this.visitVariable(node as ts.VariableDeclaration);
      case ts.SyntaxKind.BindingElement:
        this.visitBinding(node as ts.BindingElement);
        break;
      case ts.SyntaxKind.PropertySignature:
      case ts.SyntaxKind.PropertyDeclaration:
        return this.visitMember(node as ts.PropertySignature | ts.PropertyDeclaration);
      case ts.SyntaxKind.StringLiteral:
      case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
        return this.visitString(node as ts.StringLiteralLike);
    }
    ts.forEachChild(node, this.visit);
  };

  private visitIdentifier(node: ts.Identifier): void {
    if (!this.imported.has(node.text)) return;
    this.used.add(node.text);
    this.uses.add(node.text);
  }

  private visitAccess(node: ts.PropertyAccessExpression): void {
    const chain = [node.name.text];
    let root: ts.Expression = node.expression;
    for (;;) {
      if (ts.isPropertyAccessExpression(root)) {
        chain.unshift(root.name.text);
        root = root.expression;
      } else if (ts.isNonNullExpression(root) || ts.isParenthesizedExpression(root)) root = root.expression;
      else break;
    }
    if (ts.isIdentifier(root)) this.addChain(root.text, chain);
    else {
      this.visit(root);
      chain.forEach((name) => this.name(name, HOW.reads));
    }
    this.addDelegate(ts.isIdentifier(root) ? [root.text, ...chain] : ["", ...chain]);
  }

  private addChain(root: string, chain: readonly string[]): void {
    if (this.imported.has(root)) this.used.add(root);
    const functional = root === "functional" ? 0 : chain.indexOf("functional") + 1;
    if (this.imported.has(root) && (functional > 0 || root === "functional")) {
      this.sdkCalls.add(chain.slice(functional).join("."));
      this.uses.add(root);
      return;
    }
    if (root === "Prisma" && chain[0] !== undefined) this.prismaTypes.add(chain[0]);
    if (this.imported.has(root)) this.uses.add([root, ...chain.slice(0, 2)].join("."));
    // `props.body` is how every operation gets its request: it never means a column of that name.
    chain.forEach((name, index) => {
      if (index > 0 || root !== "props" || name !== "body") this.name(name, HOW.reads);
    });
  }

  /** `x.prisma.<model>.<method>` and `tx.<model>.<method>`; of any other shape when the method is Prisma's. */
  private addDelegate(chain: readonly string[]): void {
    const last = chain.at(-1) as string;
    if (chain.length > 2 && PRISMA_METHODS.has(last)) this.delegates.add(`${chain.at(-2)}.${last}`);
    else if (/^(?:prisma|tx|trx|transaction)$/i.test(chain.at(-2) ?? "")) this.delegates.add(last);
  }

  private visitQualified(node: ts.QualifiedName): void {
    const chain = [node.right.text];
    let root: ts.EntityName = node.left;
    while (ts.isQualifiedName(root)) {
      chain.unshift(root.right.text);
      root = root.left;
    }
    this.addChain(root.text, chain);
  }

  private visitObject(node: ts.ObjectLiteralExpression): void {
    const outer = this.context;
    const alone = node.properties.length === 1 ? HOW.alone : 0;
    const argument = ts.isCallExpression(node.parent);
    for (const property of node.properties) {
      this.context = outer;
      const key = property.name === undefined ? null : keyText(property.name);
      if (key === null || property.name === undefined) {
        this.visit(property);
        continue;
      }
      // What operations, helpers and SDK functions take as `{ body }` means no column of that name.
      if (!argument || key !== "body") this.name(key, outer | alone | creating(property));
      this.context = keyContext(key, outer);
      if (ts.isShorthandPropertyAssignment(property)) this.visitIdentifier(property.name);
      else if (ts.isPropertyAssignment(property)) this.visit(property.initializer);
      else ts.forEachChild(property, this.visit);
    }
    this.context = outer;
  }

  private visitSatisfies(node: ts.SatisfiesExpression): void {
    this.within(typeContext(node.type), () => this.visit(node.expression));
    this.visit(node.type);
  }

  private visitVariable(node: ts.VariableDeclaration): void {
    const { initializer, type } = node;
    this.visit(node.name);
    if (type !== undefined) this.visit(type);
    if (initializer !== undefined)
      this.within(type === undefined ? null : typeContext(type), () => this.visit(initializer));
  }

  private visitBinding(node: ts.BindingElement): void {
    const key = node.propertyName ?? node.name;
    if (ts.isObjectBindingPattern(node.parent) && ts.isIdentifier(key)) this.name(key.text, HOW.reads);
  }

  private visitMember(node: ts.PropertySignature | ts.PropertyDeclaration): void {
    const key = keyText(node.name);
    // The parameters of an operation are no members of a table.
    const parameter = ts.isTypeLiteralNode(node.parent) && ts.isParameter(node.parent.parent);
    if (key !== null && !parameter) this.name(key, HOW.declares);
    ts.forEachChild(node, (child) => {
      if (child !== node.name) this.visit(child);
    });
  }

  /** A string counts where the compiler takes it for a key, and is a mere mention in other lists and types. */
  private visitString(node: ts.StringLiteralLike): void {
    if (!/^\w+$/.test(node.text)) return;
    if (isKey(node)) this.name(node.text, HOW.reads);
    else if (ts.isLiteralTypeNode(node.parent) || ts.isArrayLiteralExpression(node.parent))
      this.name(node.text, HOW.mentions);
  }

  private within(context: number | null, walk: () => void): void {
    const outer = this.context;
    this.context = context ?? outer;
    walk();
    this.context = outer;
  }

  private name(name: string, how: number): void {
    this.names.set(name, (this.names.get(name) ?? 0) | how);
  }
}

function keyText(name: ts.PropertyName): string | null {
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) return name.text;
  return ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression)
    ? name.expression.text
    : null;
}

/** `IX["title"]`, `row["title"]`, `Pick<IX, "title">`, `by: ["title"]`, `["title"] as const`. */
function isKey(node: ts.StringLiteralLike): boolean {
  let parent: ts.Node = node.parent;
  if (ts.isElementAccessExpression(parent)) return true;
  if (ts.isArrayLiteralExpression(parent)) {
    const owner = parent.parent;
    return (
      ts.isAsExpression(owner) ||
      (ts.isPropertyAssignment(owner) && /^(?:by|distinct)$/.test(owner.name.getText()))
    );
  }
  if (!ts.isLiteralTypeNode(parent)) return false;
  while (ts.isLiteralTypeNode(parent) || ts.isUnionTypeNode(parent)) parent = parent.parent;
  return ts.isIndexedAccessTypeNode(parent) || ts.isTypeReferenceNode(parent);
}

const CREATING = new Set(["create", "createMany", "connectOrCreate", "upsert"]);

/** `files: { create: … }` creates rows of the model that "files" leads to. */
function creating(node: ts.ObjectLiteralElementLike): number {
  return ts.isPropertyAssignment(node) && objectsOf(node.initializer).some(hasCreate) ? HOW.creates : 0;
}

function hasCreate(node: ts.ObjectLiteralExpression): boolean {
  return node.properties.some((each) => each.name !== undefined && CREATING.has(keyText(each.name) ?? ""));
}

/** The object literals a value may be. */
function objectsOf(node: ts.Expression): readonly ts.ObjectLiteralExpression[] {
  if (ts.isObjectLiteralExpression(node)) return [node];
  if (ts.isConditionalExpression(node)) return [...objectsOf(node.whenTrue), ...objectsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return objectsOf(node.right);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return objectsOf(node.expression);
  return [];
}
