/**
 * What one file says, from its syntax alone and independent of every other file and of its own path, so that it can
 * be kept by the blob's SHA. Names are as written; `link` makes nodes and edges of them.
 */
export interface FileFacts {
  readonly imports: readonly ImportFact[];
  readonly symbols: readonly SymbolFact[];
  /** Dotted uses of imported names: "BbsArticleTransformer.select", "IBbsArticle.ICreate". */
  readonly uses: readonly string[];
  /** Those among them that name the types of what exported functions take. */
  readonly taken: readonly string[];
  /** Names behind `Prisma.`: "bbs_articlesCreateInput". */
  readonly prismaTypes: readonly string[];
  /** Prisma calls: "bbs_articles.create"; a delegate that is not called at once: "bbs_articles". */
  readonly delegates: readonly string[];
  /** SDK functions behind `api.functional`: "bbs.articles.index". */
  readonly sdkCalls: readonly string[];
  /** Member names that occur with an owner that syntax does not tell, beside `hows`. */
  readonly names: readonly string[];
  /** For each of `names` how it occurs: a sum of `HOW` flags. */
  readonly hows: readonly number[];
  /** Those whose owner it does tell. */
  readonly owned: readonly OwnedFact[];
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

/** Member names that occur with one owner; `Owner` of scope.ts says how one is written. */
export interface OwnedFact {
  readonly owner: string;
  readonly names: readonly string[];
  readonly hows: readonly number[];
}

/** Stands among the names of an owner where an object literal makes a value of it. */
export const BUILT = "{}";
/** The same where a value goes there that may have been made without a type before. */
export const FLOWN = "=";

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
  /** Beside `properties`: the name of its type if that is all it is made of, "" if it names none, "?" if several. */
  readonly links: readonly string[];
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
  /** Names of the types that it takes as its body and gives back, "" without one. */
  readonly body: string;
  readonly answer: string;
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
