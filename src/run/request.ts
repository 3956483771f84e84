import type { Answers } from "../change/answer.js";
import type { Requester } from "../host/commit-message.js";
import type { GateName } from "../verify/diagnostic.js";

/** What one run is asked for. */
export interface Request {
  /** The person's command: a line, or a whole comment. */
  readonly text: string;
  /** What was decided about earlier questions; answers in `text` are added to it. */
  readonly answers: Answers;
  /** Where the run ends: with the plan, with verified edits (a dry run), or with a proposal. */
  readonly until: "plan" | "verify" | "publish";
  /** Null means all of them. */
  readonly gates: readonly GateName[] | null;
  /** Whether the repository's tests are run as well, whatever its configuration says; left out, it decides. */
  readonly run?: boolean;
  /** Number of the issue that asked; null in a local checkout. */
  readonly issue: number | null;
  readonly requester: Requester | null;
  /** When it was asked for, in milliseconds since 1970; without it, the run's own clock is taken. */
  readonly at?: number | null;
}
