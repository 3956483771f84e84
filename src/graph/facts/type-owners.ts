import { ts } from "ts-morph";
import { entityName } from "../../spec/interface/type-names.js";
import type { Owner } from "./scope.js";

/** Types that hold another one, or show it as it is. */
const WRAPPERS: ReadonlySet<string> = new Set(
  "Promise Array ReadonlyArray Awaited NonNullable Readonly Partial Required Omit Pick".split(" "),
);

/** Owners of written types. */
export class TypeOwners {
  private readonly shapes: ReadonlyMap<string, Owner>[] = [];
  private readonly aliases = new Map<string, ts.TypeNode>();

  public constructor(
    source: ts.SourceFile,
    private readonly imported: ReadonlySet<string>,
  ) {
    this.addAliases(source.statements);
  }

  public ofType(type: ts.TypeNode | undefined, depth = 0): Owner {
    if (type === undefined || depth > 6) return null;
    if (ts.isParenthesizedTypeNode(type) || ts.isTypeOperatorNode(type))
      return this.ofType(type.type, depth + 1);
    if (ts.isArrayTypeNode(type)) return this.ofType(type.elementType, depth + 1);
    if (ts.isUnionTypeNode(type)) return this.ofUnion(type, depth);
    if (ts.isTypeLiteralNode(type)) return this.ofLiteral(type, depth);
    if (ts.isTypeReferenceNode(type)) return this.ofReference(type, depth);
    if (ts.isIndexedAccessTypeNode(type) && ts.isLiteralTypeNode(type.indexType)) {
      const key = type.indexType.literal;
      const owner = this.ofType(type.objectType, depth + 1);
      return ts.isStringLiteral(key) ? this.member(owner, key.text) : owner;
    }
    return null;
  }

  /** Owner of what stands under a key. */
  public member(owner: Owner, key: string): Owner {
    if (owner === null) return null;
    const shape = /^shape:(\d+)$/.exec(owner)?.[1];
    return shape === undefined ? `${owner}/${key}` : (this.shapes[Number(shape)]?.get(key) ?? null);
  }

  private ofUnion(type: ts.UnionTypeNode, depth: number): Owner {
    const real = type.types.filter(
      (each) =>
        each.kind !== ts.SyntaxKind.UndefinedKeyword &&
        !(ts.isLiteralTypeNode(each) && each.literal.kind === ts.SyntaxKind.NullKeyword),
    );
    return real.length === 1 ? this.ofType(real[0], depth + 1) : null;
  }

  private ofLiteral(type: ts.TypeLiteralNode, depth: number): Owner {
    const members = new Map<string, Owner>();
    for (const each of type.members)
      if (ts.isPropertySignature(each) && (ts.isIdentifier(each.name) || ts.isStringLiteral(each.name)))
        members.set(each.name.text, this.ofType(each.type, depth + 1));
    return `shape:${this.shapes.push(members) - 1}`;
  }

  private ofReference(type: ts.TypeReferenceNode, depth: number): Owner {
    const name = entityName(type.typeName);
    const [root = "", ...rest] = name.split(".");
    if (WRAPPERS.has(name)) return this.ofType(type.typeArguments?.[0], depth + 1);
    if (root === "Prisma") return rest.length === 0 ? null : `type:${rest[0]}`;
    // What a generic type holds is not told by its name.
    if (this.imported.has(root)) return type.typeArguments === undefined ? `dto:${name}` : null;
    return rest.length === 0 ? this.ofType(this.aliases.get(root), depth + 1) : null;
  }

  /** Aliases of the file and of its namespaces; where two share a name nothing is known of either. */
  private addAliases(statements: readonly ts.Statement[]): void {
    for (const statement of statements) {
      if (
        ts.isModuleDeclaration(statement) &&
        statement.body !== undefined &&
        ts.isModuleBlock(statement.body)
      )
        this.addAliases(statement.body.statements);
      if (!ts.isTypeAliasDeclaration(statement)) continue;
      const known = this.aliases.has(statement.name.text);
      const unknown = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);
      this.aliases.set(statement.name.text, known ? unknown : statement.type);
    }
  }
}
