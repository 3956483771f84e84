import { placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";
import type { Query } from "../query.js";

/** A row that was read as one transformer needs it is not given to another one. */
export function transformersMatch(tree: unknown, at: string): readonly Violation[] {
  const places = placesIn(tree, at);
  const read = new Map(
    places.flatMap(({ node, path }) => {
      const result = node["result"];
      if (node.kind !== "query" || typeof result !== "string") return [];
      const query = node["query"] as Query;
      if (!("shape" in query) || query.shape.kind !== "transformer") return [];
      const place = `${path}.query.shape.transformer`;
      return [[result, { transformer: query.shape.transformer, place }] as const];
    }),
  );
  return places.flatMap(({ node, path }): readonly Violation[] => {
    const { transformer, from, rows } = node;
    if (!["transformed", "page"].includes(node.kind) || typeof transformer !== "string") return [];
    const row = read.get(nameOf(from ?? rows) ?? "");
    if (row === undefined || row.transformer === transformer) return [];
    return [
      differing(`${path}.transformer`, transformer, row.transformer),
      differing(row.place, row.transformer, transformer),
    ];
  });
}

function nameOf(node: unknown): string | null {
  if (typeof node !== "object" || node === null || !("kind" in node)) return null;
  const name: unknown = Reflect.get(node, node.kind === "path" ? "from" : "name");
  return typeof name === "string" ? name : null;
}

function differing(path: string, found: string, other: string): Violation {
  return {
    path,
    expected: `the transformer of the other place, ${other}`,
    found,
    candidates: [other],
    advice: "What is read and what is made of it are by the same transformer.",
  };
}
