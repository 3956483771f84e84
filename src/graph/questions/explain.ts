import { closest, distance } from "fastest-levenshtein";
import type { Edge, Graph, GraphNode } from "../graph.js";

/** What one artefact or member uses and what uses it. */
export interface Explanation {
  readonly node: GraphNode;
  readonly uses: readonly Edge[];
  readonly users: readonly Edge[];
}

export type Explained =
  | { readonly kind: "found"; readonly explanations: readonly Explanation[] }
  | { readonly kind: "unknown"; readonly nearest: readonly string[] };

/**
 * Explains every node that a name means: a model, field, DTO, property, operation, SDK accessor, path, or the name of
 * an exported symbol. A name may mean several (a file and what it exports); all are given.
 */
export function explain(graph: Graph, name: string): Explained {
  const wanted = name.trim();
  const nodes = [...graph.nodes.values()].filter((node) => means(node, wanted));
  if (nodes.length === 0) return { kind: "unknown", nearest: nearestNames(graph, wanted) };
  const explanations = nodes.map((node) => ({
    node,
    uses: graph.uses(node.id),
    users: graph.users(node.id),
  }));
  return { kind: "found", explanations };
}

function means(node: GraphNode, name: string): boolean {
  if (node.name === name || node.id === name) return true;
  if (node.kind === "symbol") return node.name.slice(node.name.lastIndexOf("#") + 1) === name;
  if (node.kind === "sdk") return `api.functional.${node.name}` === name;
  return node.kind === "file" && node.name.endsWith(`/${name}`);
}

/** Up to three names that differ least, by their last part as well. */
function nearestNames(graph: Graph, name: string): readonly string[] {
  const names = [...new Set([...graph.nodes.values()].map((node) => node.name))];
  if (names.length === 0) return [];
  const first = closest(name, names);
  const ranked = names
    .filter((each) => each !== first)
    .map((each) => ({ each, far: Math.min(distance(name, each), distance(name, lastPart(each)) + 1) }))
    .sort((a, b) => a.far - b.far || (a.each < b.each ? -1 : 1));
  return [first, ...ranked.slice(0, 2).map(({ each }) => each)];
}

function lastPart(name: string): string {
  return name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("#"), name.lastIndexOf(".")) + 1);
}
