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
}

export const NO_RENAMES: Renames = { fields: [], properties: [], models: [], enums: [], values: [] };

/** Old name with its owner → new name. */
export type NameMap = ReadonlyMap<string, string>;

export function nameMap(renames: readonly Rename[]): NameMap {
  return new Map(renames.map(({ from, to }) => [from, to]));
}

export function uniteRenames(all: readonly Renames[]): Renames {
  return {
    fields: all.flatMap(({ fields }) => fields),
    properties: all.flatMap(({ properties }) => properties),
    models: all.flatMap(({ models }) => models),
    enums: all.flatMap(({ enums }) => enums),
    values: all.flatMap(({ values }) => values),
  };
}
