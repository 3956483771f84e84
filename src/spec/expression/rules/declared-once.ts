import { placesIn } from "../../rules/places.js";
import { sameButOrder } from "../same-but-order.js";
import type { Violation } from "../../rules/violation.js";

/** In one list of statements, a name is declared once. */
export function declaredOnce(tree: unknown, at: string): readonly Violation[] {
  const seen = new Map<string, unknown>();
  return placesIn(tree, at).flatMap(({ node, path }) => {
    const list = path.replace(/\[\d+\]$/, "");
    const key = ["query", "apiCall", "transaction", "helper"].includes(node.kind) ? "result" : "name";
    const name = node[key];
    if (!DECLARES.has(node.kind) || typeof name !== "string" || list === path) return [];
    const first = seen.get(`${list} ${name}`);
    if (first === undefined) seen.set(`${list} ${name}`, node);
    if (first === undefined) return [];
    if (sameButOrder(first, node))
      return [
        {
          path,
          expected: "nothing",
          found: name,
          candidates: [],
          advice: "It says again what was said before; take it out.",
        },
      ];
    return [
      {
        path: `${path}.${key}`,
        expected: "a name that is not taken",
        found: name,
        candidates: [`${name}2`],
        advice: `Another statement beside this one declares ${name}; call one of the two otherwise.`,
      },
    ];
  });
}

const DECLARES = new Set(["let", "query", "apiCall", "transaction", "helper", "connection"]);
