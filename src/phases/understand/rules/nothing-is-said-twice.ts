import type { Finding, Rule } from "../../../model/loop/finding.js";
import { canonicalJson } from "../../../util/canonical-json.js";
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
];

function repeated(list: string, values: readonly unknown[]): readonly Finding[] {
  const first = new Map<string, number>();
  return values.flatMap((found, index): readonly Finding[] => {
    const key = canonicalJson(found);
    const before = first.get(key);
    first.set(key, before ?? index);
    if (before === undefined) return [];
    const advice = `$input.${list}[${before}] says the same: take it out.`;
    return [
      { path: `$input.${list}[${index}]`, expected: "nothing", found, candidates: [], advice, by: "rule" },
    ];
  });
}
