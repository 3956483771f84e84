/** A member that stays under another name. */
export interface Rename {
  /** Its owner and its old name: "bbs_articles.title", "IBbsArticle.ISummary.title". */
  readonly from: string;
  /** The new name alone. */
  readonly to: string;
}

export interface Renames {
  readonly fields: readonly Rename[];
  readonly properties: readonly Rename[];
}

export const NO_RENAMES: Renames = { fields: [], properties: [] };

/** Old name with its owner → new name. */
export type NameMap = ReadonlyMap<string, string>;

export function nameMap(renames: readonly Rename[]): NameMap {
  return new Map(renames.map(({ from, to }) => [from, to]));
}
