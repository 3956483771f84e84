import { placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";

const ENDS = new Set([
  "return",
  "throw",
  "break",
  "continue",
  "answer",
  "transformed",
  "page",
  "collect",
  "select",
]);

/** Nothing stands behind a statement that ends its list. */
export function reachable(tree: unknown, at: string): readonly Violation[] {
  const ended = new Map<string, string>();
  return placesIn(tree, at).flatMap(({ node, path, key }) => {
    const list = path.replace(/\[\d+\]$/, "");
    if (list === path || !LISTS.has(key)) return [];
    const end = ended.get(list);
    if (ENDS.has(node.kind)) ended.set(list, end ?? node.kind);
    if (end === undefined) return [];
    return [
      {
        path,
        expected: "no statement",
        found: node.kind,
        candidates: [],
        advice: `The ${end} before it ends what is done here; put this before it, or take it out.`,
      },
    ];
  });
}

const LISTS = new Set(["statements", "then", "otherwise", "rescue", "finally", ""]);
