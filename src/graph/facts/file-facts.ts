/**
 * What one file says, from its syntax alone and independent of every other file and of its own path, so that it can
 * be kept by the blob's SHA. Names are as written; `link` makes nodes and edges of them.
 */
export interface FileFacts {
  readonly imports: readonly ImportFact[];
  readonly symbols: readonly SymbolFact[];
  /** Dotted uses of imported names: "BbsArticleTransformer.select", "IBbsArticle.ICreate". */
  readonly uses: readonly string[];
  /** Names behind `Prisma.`: "bbs_articlesCreateInput". */
  readonly prismaTypes: readonly string[];
  /** Prisma calls: "bbs_articles.create"; a delegate that is not called at once: "bbs_articles". */
  readonly delegates: readonly string[];
  /** SDK functions behind `api.functional`: "bbs.articles.index". */
  readonly sdkCalls: readonly string[];
  /** Member names that occur, beside `hows`. */
  readonly names: readonly string[];
  /** For each of `names` how it occurs: a sum of `HOW` flags. */
  readonly hows: readonly number[];
  readonly dtos: readonly DtoFact[];
  readonly routes: readonly RouteFact[];
  readonly sdk: readonly SdkFact[];
  readonly sections: readonly SectionFact[];
}

export interface ImportFact {
  readonly specifier: string;
  /** Pairs of exported and local name; "*" is the namespace, "default" the default; local "" for what is only passed on. */
  readonly names: readonly (readonly [string, string])[];
  /** Exported names that are imported and never used. */
  readonly idle: readonly string[];
  /** Names the file exports again from there; "*" for all. */
  readonly reexports: readonly string[];
}

export interface SymbolFact {
  /** "BbsArticleCollector.collect" */
  readonly name: string;
  /** False for a function whose return type the compiler has to infer: its callers see every change of its body. */
  readonly typed: boolean;
}

export interface DtoFact {
  readonly name: string;
  /** From the tag alone. */
  readonly model: string | null;
  readonly scopes: readonly string[];
  readonly references: readonly string[];
  readonly properties: readonly string[];
  /** Beside `properties`: column from the tag, "" without one. */
  readonly columns: readonly string[];
}

export interface RouteFact {
  readonly key: string;
  readonly symbol: string;
  /** Dotted uses of imported names inside the method. */
  readonly uses: readonly string[];
}

export interface SdkFact {
  readonly name: string;
  /** Method and path of its METADATA. */
  readonly key: string;
  readonly uses: readonly string[];
}

export interface SectionFact {
  readonly heading: string;
  readonly level: number;
  /** 1-based. */
  readonly line: number;
}

/** How a member's name occurs in a file. */
export const HOW = {
  reads: 1,
  selects: 2,
  filters: 4,
  writes: 8,
  orders: 16,
  builds: 32,
  declares: 64,
  mentions: 128,
  /** It is the only key of some object literal, so that without it the object is empty. */
  alone: 256,
  /** Something is created below it. */
  creates: 512,
} as const;

export type How = Exclude<keyof typeof HOW, "alone" | "creates">;
