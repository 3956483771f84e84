import type { Rule } from "../../../model/loop/finding.js";
import type { BodyChange } from "../body-change.js";

/** Code that does not yet do what it has to cannot stay as it is; code that is complained of can, where it is right. */
export function changesSomething(complaints: readonly string[]): Rule<BodyChange> {
  return ({ edits }) =>
    edits.length > 0 || complaints.length > 0
      ? []
      : [
          {
            path: "$input.edits",
            expected: "at least one edit",
            found: "none",
            candidates: [],
            advice: "Say where the code has to do something else than now.",
            by: "rule",
          },
        ];
}
