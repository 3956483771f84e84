import { applyEdits } from "../../../src/source/apply-edits.js";
import { planDecided } from "../plan-decided.js";
import { changesOf, planLines } from "../plan-lines.js";
import { backendFrom, filesOf, type Files } from "./read-files.js";
import type { RunCase } from "./run-case.js";

/** How a case ended before anything was built. */
export type CarriedOut =
  | {
      readonly kind: "changed";
      readonly base: Files;
      readonly head: Files;
      readonly touched: number;
      readonly answered: number;
      /** Derived files that the plan leaves to their generators, and says so. */
      readonly stale: readonly string[];
      /** How a second run of the same changes ends, on what the first one left. */
      readonly again: string;
    }
  | { readonly kind: "not-changed"; readonly why: string };

/** Plans and edits as the bot would, with a person who decides as the case says. */
export function carryOut(given: RunCase): CarriedOut {
  const base = filesOf(given);
  if (given.change === null)
    return { kind: "changed", base, head: base, touched: 0, answered: 0, stale: [], again: "" };
  const changes = changesOf(given.change);
  const backend = backendFrom(given.name, base);
  const decided = planDecided(backend, changes, given.decide);
  if (decided.kind === "ended") return { kind: "not-changed", why: decided.ending.kind };
  if (decided.kind === "asking") return { kind: "not-changed", why: "questions stay unanswered" };
  const { plan, edits, answered } = decided;
  const head = new Map(base);
  for (const { path, after } of edits) {
    if (after === null) head.delete(path);
    else head.set(path, Buffer.from(after));
  }
  const stale = plan.notices.filter(({ kind }) => kind === "stale-file").map(({ path }) => path);
  const second = planLines(applyEdits(backend, edits), changes, new Map()).kind;
  const again = second === "nothing-to-do" ? "nothing to do" : second;
  return { kind: "changed", base, head, touched: edits.length, answered, stale, again };
}
