/** What an ambiguous word may mean, and what choosing it would take along. */
export interface Candidate {
  /** The command that chooses it: "remove bbs_article_comments". */
  readonly command: string;
  /** Names of models and operations. */
  readonly takes: readonly string[];
}
