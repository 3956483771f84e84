import { buildGraph } from "../../../src/graph/build-graph.js";
import { backendOf } from "../../../src/source/make-backend.js";
import { readSources } from "./read-sources.js";

/** Our graph with members and every edge, nothing cached. */
export async function graphCold(folder: string): Promise<Record<string, number>> {
  const start = performance.now();
  const graph = buildGraph(backendOf("bench", readSources(folder)));
  const linked = performance.now();
  const nodes = graph.nodes.size;
  let edges = 0;
  for (const id of graph.nodes.keys()) edges += graph.uses(id).length;
  const whole = performance.now();
  let imports = 0;
  for (const file of graph.files.values()) imports += file.imports.size;
  return { linkedMs: linked - start, wholeMs: whole - start, nodes, edges, imports };
}
