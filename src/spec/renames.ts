import type { Names } from "./names.js";

/** A member that stays under another name. */
export interface Rename {
  /** Its owner and its old name: "bbs_articles.title", "IBbsArticle.ISummary.title"; models and enums have no owner. */
  readonly from: string;
  /** The new name alone. */
  readonly to: string;
}

/** Owners are named as they were before: "bbs_articles.title" though bbs_articles has another name as well. */
export interface Renames {
  readonly fields: readonly Rename[];
  readonly properties: readonly Rename[];
  readonly models: readonly Rename[];
  readonly enums: readonly Rename[];
  /** Values of enums: "ArticleState.draft". */
  readonly values: readonly Rename[];
  /** Qualified names: "IBbsArticle.ISummary" → "IBbsPost.ISummary". */
  readonly dtos: readonly Rename[];
  /** Keys: "GET /bbs/articles/{articleId}" → "GET /bbs/posts/{postId}". */
  readonly operations: readonly Rename[];
  /** What the code calls its functions, classes, spaces and parameters. */
  readonly symbols: readonly Rename[];
  /** Paths of files. */
  readonly files: readonly Rename[];
}

export const NO_RENAMES: Renames = {
  fields: [],
  properties: [],
  models: [],
  enums: [],
  values: [],
  dtos: [],
  operations: [],
  symbols: [],
  files: [],
};

/** Old name with its owner → new name. */
export type NameMap = ReadonlyMap<string, string>;

export function nameMap(renames: readonly Rename[]): NameMap {
  return new Map(renames.map(({ from, to }) => [from, to]));
}

/** The names that go: each member under the one it had. */
export function oldNames(renames: Renames): Names {
  const old = (all: readonly Rename[]): readonly string[] => all.map(({ from }) => from);
  return {
    models: old(renames.models),
    fields: old(renames.fields),
    dtos: old(renames.dtos),
    properties: old(renames.properties),
    operations: old(renames.operations),
  };
}

export function uniteRenames(all: readonly Renames[]): Renames {
  return {
    fields: all.flatMap(({ fields }) => fields),
    properties: all.flatMap(({ properties }) => properties),
    models: all.flatMap(({ models }) => models),
    enums: all.flatMap(({ enums }) => enums),
    values: all.flatMap(({ values }) => values),
    dtos: all.flatMap(({ dtos }) => dtos),
    operations: all.flatMap(({ operations }) => operations),
    symbols: all.flatMap(({ symbols }) => symbols),
    files: all.flatMap(({ files }) => files),
  };
}
