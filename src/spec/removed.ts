/** The difference of the two specs for removals. */
export interface Removed {
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
