/**
 * What a value belongs to, as far as syntax says: "prisma:bbs_articles/author" (rows and queries of a delegate, then
 * keys), "type:bbs_articlesWhereInput" (a type behind `Prisma.`), "dto:IBbsArticle.ISummary" (an imported type),
 * "body:…" and "answer:…" (of an SDK function), "shape:0" (a type literal of the file). Null where it is unknown.
 */
export type Owner = string | null;

/** Names that are declared somewhere, innermost first, each with the owner of its value. */
export class Scope {
  private readonly names = new Map<string, Owner>();

  public constructor(private readonly outer: Scope | null) {}

  public declare(name: string, owner: Owner): void {
    this.names.set(name, owner);
  }

  public declares(name: string): boolean {
    return this.names.has(name) || this.outer?.declares(name) === true;
  }

  public find(name: string): Owner {
    const own = this.names.get(name);
    return own === undefined ? (this.outer?.find(name) ?? null) : own;
  }
}
