/** A branch with commits, and on GitHub its pull request. */
export interface Proposal {
  readonly branch: string;
  /** Head commit. */
  readonly commit: string;
  /** Pull request's number and address; null in a local checkout. */
  readonly number: number | null;
  readonly url: string | null;
}
