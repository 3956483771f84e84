import { ts } from "ts-morph";
import { callChain, isPromiseAll, methodOf, receiverOf, unwrap } from "./literals.js";
import { CREATING_METHODS, PRISMA_METHODS } from "./prisma-words.js";
import type { Owner, Scope } from "./scope.js";
import type { TypeOwners } from "./type-owners.js";

/** Methods of arrays that give their elements on. */
const SAME: ReadonlySet<string> = new Set(
  "filter find findLast at slice concat reverse sort toSorted toReversed flat pop shift values".split(" "),
);
const ROWS = /^(?:find|update$|delete$|updateManyAndReturn$)/;

/** Owners of expressions, from what is declared in scope. */
export class ValueOwners {
  public constructor(
    private readonly types: TypeOwners,
    private readonly imported: ReadonlySet<string>,
  ) {}

  public of(node: ts.Expression | undefined, scope: Scope): Owner {
    if (node === undefined) return null;
    if (ts.isIdentifier(node)) return scope.find(node.text);
    if (ts.isPropertyAccessExpression(node))
      return this.types.member(this.of(node.expression, scope), node.name.text);
    if (ts.isElementAccessExpression(node)) return this.of(node.expression, scope);
    if (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node))
      return this.of(node.expression, scope);
    if (ts.isAsExpression(node)) return this.types.ofType(node.type);
    if (ts.isSatisfiesExpression(node))
      return this.of(node.expression, scope) ?? this.types.ofType(node.type);
    if (ts.isCallExpression(node)) return this.ofCall(node, scope);
    if (ts.isConditionalExpression(node))
      return agreed(this.of(node.whenTrue, scope), this.of(node.whenFalse, scope));
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
      return agreed(this.of(node.left, scope), this.of(node.right, scope));
    return null;
  }

  /** A variable or list of unknown origin: it may have been made in this file, without a type. */
  public isMade(node: ts.Expression, scope: Scope): boolean {
    if (ts.isIdentifier(node)) return scope.find(node.text) === null && node.text !== "undefined";
    if (ts.isConditionalExpression(node))
      return this.isMade(unwrap(node.whenTrue), scope) || this.isMade(unwrap(node.whenFalse), scope);
    if (ts.isBinaryExpression(node)) return this.isMade(unwrap(node.right), scope);
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
      return this.of(node, scope) === null;
    if (!ts.isCallExpression(node))
      return (
        ts.isArrayLiteralExpression(node) && node.elements.some((each) => this.isMade(unwrap(each), scope))
      );
    // A function says itself what it gives; a list method or `Promise.all` gives on what it was given.
    const given = isPromiseAll(node)
      ? node.arguments[0]
      : SAME.has(methodOf(node))
        ? receiverOf(node)
        : undefined;
    return given !== undefined && this.isMade(unwrap(given), scope);
  }

  private ofCall(node: ts.CallExpression, scope: Scope): Owner {
    const chain = callChain(node);
    if (chain === null) return null;
    const accessor = this.sdkAccessor(chain, scope);
    if (accessor !== null) return `answer:${accessor}`;
    const method = chain.at(-1) ?? "";
    const delegate = delegateOf(chain);
    if (delegate !== null)
      return ROWS.test(method) || CREATING_METHODS.has(method) ? `prisma:${delegate}` : null;
    if (chain[0] === "typia" && /^assert(?:Equals)?$/.test(method))
      return this.types.ofType(node.typeArguments?.[0]);
    if (SAME.has(method) && ts.isPropertyAccessExpression(node.expression))
      return this.of(node.expression.expression, scope);
    return null;
  }

  /** "bbs.articles.index" of `api.functional.bbs.articles.index`; null of other chains. */
  public sdkAccessor(chain: readonly string[], scope: Scope): string | null {
    const [root = ""] = chain;
    const at = chain.indexOf("functional");
    if (at === -1 || at > 2 || !this.imported.has(root) || scope.declares(root)) return null;
    return chain.slice(at + 1).join(".");
  }
}

/** The model's delegate in `MyGlobal.prisma.bbs_articles.create`; null where the method is none of Prisma's. */
export function delegateOf(chain: readonly string[]): string | null {
  const method = chain.at(-1) ?? "";
  const before = chain.at(-3) ?? "";
  if (chain.length < 3 || !PRISMA_METHODS.has(method)) return null;
  // Arrays and maps have a `find` of their own kin: only what hangs on a client or a transaction is sure.
  return /prisma|client|^(?:tx|trx|transaction|db)$/i.test(before) ? (chain.at(-2) ?? null) : null;
}

function agreed(left: Owner, right: Owner): Owner {
  return left === right ? left : null;
}
