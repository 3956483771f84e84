import type { Outcome } from "../run/outcome.js";

/** Carries an expected ending out of a command that is not a run. */
export class Ending extends Error {
  public override readonly name = "Ending";

  public constructor(public readonly outcome: Outcome) {
    super(outcome.kind);
  }
}
