import type { Finding, Rule } from "../../../model/loop/finding.js";
import type { BodyStatement } from "../../../spec/body/body.js";
import type { BodyChange } from "../body-change.js";
import { labelled } from "../labelled.js";

/** A statement is replaced or removed once, and what was inside of it is gone with it. */
export function labelsMeetOnce(statements: readonly BodyStatement[]): Rule<BodyChange> {
  const all = labelled(statements);
  return ({ edits }) =>
    edits.flatMap((edit, index): readonly Finding[] => {
      const gone = edits.flatMap((each, at) => {
        if (at === index || (each.kind !== "replace" && each.kind !== "remove")) return [];
        const inside = all.find(({ label }) => label === each.statement)?.inside ?? [];
        const again = edit.kind === "replace" || edit.kind === "remove" ? at < index && each.statement : null;
        return inside.includes(edit.statement) || again === edit.statement ? [each] : [];
      });
      const [by] = gone;
      if (by === undefined) return [];
      return [
        {
          path: `$input.edits[${index}].statement`,
          expected: "a statement that stays",
          found: edit.statement,
          candidates: [],
          advice: `Another edit ${by.kind === "replace" ? "replaces" : "removes"} ${by.statement} with all that is in it; say everything there.`,
          by: "rule",
        },
      ];
    });
}
