import type { Change } from "../../change/change.js";
import { printChange } from "../../change/forms.js";
import type { Finding, Rule } from "../../model/loop/finding.js";
import type { HoldsChanges } from "../holds-changes.js";
import { doubles, doublesWithin } from "./doubles.js";

/** Nothing stands twice in an answer, and nothing that is made already stands in it. */
export function changesAreSaidOnce(made: readonly Change[]): Rule<HoldsChanges> {
  const lines = new Set(made.map(printChange));
  return ({ changes }) => [
    ...doubles(changes, "$input.changes", ({ change }) => change),
    ...changes.flatMap((entry, index): readonly Finding[] => {
      const path = `$input.changes[${index}]`;
      if (!lines.has(printChange(entry.change))) return doublesWithin(entry, path);
      const advice = "It is made already: take it out.";
      return [{ path, expected: "nothing", found: entry, candidates: [], advice, by: "rule" }];
    }),
  ];
}
