import type { Finding, Rule } from "../../../model/loop/finding.js";
import { childPath, type Key } from "../../../model/schema/path.js";
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
  ...changes.flatMap(({ change }, index) => repeatedWithin(change, `$input.changes[${index}].change`)),
];

/** Lists inside of a change name nothing twice either. */
function repeatedWithin(value: unknown, path: string): readonly Finding[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? doubles(value as readonly unknown[], path) : [];
  const keys: readonly Key[] = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return [...own, ...keys.flatMap((key) => repeatedWithin(Reflect.get(value, key), childPath(path, key)))];
}

function repeated(list: string, values: readonly unknown[]): readonly Finding[] {
  return doubles(values, `$input.${list}`);
}

function doubles(values: readonly unknown[], list: string): readonly Finding[] {
  const first = new Map<string, number>();
  return values.flatMap((found, index): readonly Finding[] => {
    const key = canonicalJson(found);
    const before = first.get(key);
    first.set(key, before ?? index);
    if (before === undefined) return [];
    const advice = `${list}[${before}] says the same: take it out.`;
    return [{ path: `${list}[${index}]`, expected: "nothing", found, candidates: [], advice, by: "rule" }];
  });
}
