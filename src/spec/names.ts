/** Members of the two specs, by name: what a change takes out of them, or puts in. */
export interface Names {
  readonly models: readonly string[];
  /** "model.field", relation fields and columns alike. */
  readonly fields: readonly string[];
  /** Qualified DTO names. */
  readonly dtos: readonly string[];
  /** "IBbsArticle.ISummary.comments_count". */
  readonly properties: readonly string[];
  /** Operation keys. */
  readonly operations: readonly string[];
}

export const NO_NAMES: Names = { models: [], fields: [], dtos: [], properties: [], operations: [] };

/** Each name once, in the order in which they are met. */
export function uniteNames(all: readonly Names[]): Names {
  const every = (pick: (names: Names) => readonly string[]): string[] => [...new Set(all.flatMap(pick))];
  return {
    models: every((names) => names.models),
    fields: every((names) => names.fields),
    dtos: every((names) => names.dtos),
    properties: every((names) => names.properties),
    operations: every((names) => names.operations),
  };
}
