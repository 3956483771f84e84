import type { Finding, Rule } from "../../../model/loop/finding.js";
import { changePath } from "../../holds-changes.js";
import { doubles, doublesWithin } from "../../rules/doubles.js";
import type { Understanding } from "../understanding.js";

/** Each thing stands once in its list; whatever else it follows from is quoted there. */
export const nothingIsSaidTwice: Rule<Understanding> = ({
  changes,
  intentions,
  questions,
  contradictions,
  remarks,
}) => [
  ...repeated(
    "changes",
    changes.map(({ change }) => change),
  ),
  ...repeated(
    "intentions",
    intentions.map(({ requirement }) => requirement),
  ),
  ...repeated(
    "questions",
    questions.map(({ question }) => question),
  ),
  ...repeated(
    "contradictions",
    contradictions.map(({ section, says }) => [section, says]),
  ),
  ...repeated("remarks", remarks),
  ...changes.flatMap(({ change }, index) => doublesWithin(change, changePath(index))),
];

function repeated(list: string, values: readonly unknown[]): readonly Finding[] {
  return doubles(values, `$input.${list}`);
}
