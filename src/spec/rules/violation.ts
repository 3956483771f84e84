import { nearestNames } from "../../util/nearest-names.js";

/** Something in a tree that breaks a rule. */
export interface Violation {
  /** Its place in the tree, such as `$.statements[2].value.args[0]`. */
  readonly path: string;
  /** What would be right there, in a few words. */
  readonly expected: string;
  readonly found: string;
  /** Values that may be right, the likeliest first; empty where they cannot be listed. */
  readonly candidates: readonly string[];
  /** A sentence on what to do. */
  readonly advice: string;
}

/** A name that does not exist, with those that do. */
export function unknownName(path: string, what: string, found: string, names: Iterable<string>): Violation {
  const candidates = nearestNames(found, names);
  const advice =
    candidates.length === 0 ? `There is no ${what} that could stand here.` : `Take one of those that exist.`;
  return { path, expected: `${what} that exists`, found, candidates, advice };
}
