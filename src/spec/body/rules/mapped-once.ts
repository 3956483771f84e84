import { placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";

/** Each member is filled once, also among selections and in answers. */
export function mappedOnce(tree: unknown, at: string): readonly Violation[] {
  const seen = new Set<string>();
  return placesIn(tree, at).flatMap(({ node, path, key }) => {
    const member = KEYS[key];
    const name =
      member === undefined ? undefined : member.map((each) => node[each]).find((each) => each !== undefined);
    const list = path.replace(/\[\d+\]$/, "");
    if (typeof name !== "string" || list === path) return [];
    const isFirst = !seen.has(`${list} ${name}`);
    seen.add(`${list} ${name}`);
    if (isFirst) return [];
    return [
      {
        path,
        expected: "a member that is not filled yet",
        found: name,
        candidates: [],
        advice: `Another entry of this list fills ${name}; keep one of the two.`,
      },
    ];
  });
}

const KEYS: Readonly<Record<string, readonly string[]>> = {
  mappings: ["member"],
  projections: ["property"],
  selections: ["name", "relation"],
};
