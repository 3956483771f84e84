import type { Outcome } from "../run/outcome.js";

/** Exit code per ending; an ending without one does not compile. */
export const EXIT_CODES: Readonly<Record<Outcome["kind"], number>> = {
  published: 0,
  "dry-run": 0,
  planned: 0,
  failed: 1,
  understood: 0,
  unclear: 5,
  "nothing-to-do": 3,
  stopped: 4,
  question: 5,
};

export const SUCCESS = 0;
export const FAILURE = 1;
export const WRONG_USAGE = 2;
export const NOTHING = 3;

export const EXIT_HELP = `
Exit codes:
  0  published, or a dry run with edits
  1  failure of the world: network, disk, store, tools
  2  wrong usage
  3  nothing to do
  4  stopped with a reason
  5  a question has to be answered`;
