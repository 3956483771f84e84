import type { Finding, Rule } from "../../../model/loop/finding.js";
import { isSecret } from "../../../spec/database/is-secret.js";
import { changePath } from "../../holds-changes.js";
import type { DatabaseDesign } from "../database-design.js";

/** DTOs that show a row to somebody. */
const SHOWING: ReadonlySet<string> = new Set(["read", "summary"]);

/** A password, a token or a key is stored, and nobody is answered with it. */
export const secretsAreNotShown: Rule<DatabaseDesign> = ({ changes }) =>
  changes.flatMap(({ change }, index): readonly Finding[] => {
    const path = changePath(index);
    if (change.kind === "add-model")
      return change.fields.flatMap(({ name }, at): readonly Finding[] => {
        if (!isSecret(name)) return [];
        const advice = `${name} would be shown with the row: take it out here, and add it with add-field and empty carriers.`;
        return [
          {
            path: `${path}.fields[${at}]`,
            expected: "nothing",
            found: name,
            candidates: [],
            advice,
            by: "rule",
          },
        ];
      });
    if (change.kind !== "add-field" || !isSecret(change.name)) return [];
    const { carriers } = change;
    if (carriers !== null && !carriers.some((each) => SHOWING.has(each))) return [];
    return [
      {
        path: `${path}.carriers`,
        expected: "no DTO that shows a row",
        found: carriers,
        candidates: [carriers?.filter((each) => !SHOWING.has(each)) ?? []],
        advice: `${change.name} is a secret, which nobody is answered with.`,
        by: "rule",
      },
    ];
  });
