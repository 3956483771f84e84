import type { Edge, Graph, GraphNode } from "../graph.js";

/** The graph as plain data: nodes by id, edges by their ends. */
export interface GraphJson {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly Edge[];
}

export function renderJson(graph: Graph): GraphJson {
  const nodes = [...graph.nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const edges = nodes.flatMap(({ id }) => [...graph.uses(id)]);
  return { nodes, edges: edges.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to)) };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
