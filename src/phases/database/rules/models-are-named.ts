import type { Finding, Rule } from "../../../model/loop/finding.js";
import { changePath } from "../../holds-changes.js";
import type { DatabaseDesign } from "../database-design.js";

/** What follows from an intention is about models that it names; a change of all models is for a person to ask for. */
export const modelsAreNamed: Rule<DatabaseDesign> = ({ changes }) =>
  changes.flatMap(({ change }, index): readonly Finding[] =>
    change.kind !== "add-field" || change.to.models.length > 0
      ? []
      : [
          {
            path: `${changePath(index)}.to.models`,
            expected: "at least one model",
            found: change.to.models,
            candidates: [],
            advice: "Name the models that get the column.",
            by: "rule",
          },
        ],
  );
