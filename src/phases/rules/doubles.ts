import type { Finding } from "../../model/loop/finding.js";
import { childPath, type Key } from "../../model/schema/path.js";
import { canonicalJson } from "../../util/canonical-json.js";

const TAKE_OUT = "says the same: take it out.";

/** The elements of a list that say what one before them says; `keyOf` gives what has to differ. */
export function doubles<T>(
  values: readonly T[],
  list: string,
  keyOf: (value: T) => unknown = (value) => value,
  advice = TAKE_OUT,
): readonly Finding[] {
  const first = new Map<string, number>();
  return values.flatMap((found, index): readonly Finding[] => {
    const key = canonicalJson(keyOf(found));
    const before = first.get(key);
    first.set(key, before ?? index);
    if (before === undefined) return [];
    const other = `something else than ${list}[${index}], if that one stays`;
    return [
      { path: `${list}[${before}]`, expected: other, found, candidates: [], advice: null, by: "rule" },
      {
        path: `${list}[${index}]`,
        expected: "nothing, or something else",
        found,
        candidates: [],
        advice: `${list}[${before}] ${advice}`,
        by: "rule",
      },
    ];
  });
}

/** The same in every list inside of a value. */
export function doublesWithin(value: unknown, path: string): readonly Finding[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? doubles(value as readonly unknown[], path) : [];
  const keys: readonly Key[] = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return [...own, ...keys.flatMap((key) => doublesWithin(Reflect.get(value, key), childPath(path, key)))];
}
