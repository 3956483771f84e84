import type { Cost, Timing } from "../run/report.js";
import type { Work } from "../run/outcome.js";

/** Everything that a pull request says, as data. */
export interface ProposalFacts {
  readonly work: Work;
  /** Commit that the proposal starts from. */
  readonly base: string;
  /** Files of the backend at the base. */
  readonly files: number;
  /** The issue and the comment that asked; null outside of GitHub. */
  readonly asked: { readonly issue: number; readonly comment: number; readonly by: string } | null;
  readonly timings: readonly Timing[];
  readonly cost: Cost;
}

/** A person's typed consent to a loss of data. */
export interface Acceptance {
  readonly code: string;
  readonly by: string;
  /** Address of the comment. */
  readonly url: string;
}
