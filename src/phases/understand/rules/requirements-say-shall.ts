import type { Rule } from "../../../model/loop/finding.js";
import type { Understanding } from "../understanding.js";

/** An intention becomes a sentence of the requirements, so it is written as they are. */
export const requirementsSayShall: Rule<Understanding> = ({ intentions }) =>
  intentions.flatMap(({ requirement }, index) =>
    /\bTHE\b.*\bSHALL\b/i.test(requirement)
      ? []
      : [
          {
            path: `$input.intentions[${index}].requirement`,
            expected: "WHEN …, THE system SHALL …",
            found: requirement,
            candidates: [],
            advice: 'For example: "WHEN a member follows a category, THE system SHALL list it among theirs."',
            by: "rule" as const,
          },
        ],
  );
