import { buildGraph } from "../../../src/graph/build-graph.js";
import { backendOf } from "../../../src/source/make-backend.js";
import { openFactCache } from "../../../src/workspace/fact-cache.js";
import { readSources } from "./read-sources.js";

/** Our graph in a new process that finds the facts of every file on the disk; the first call puts them there. */
export async function graphStored(folder: string): Promise<Record<string, number>> {
  const graph = buildGraph(backendOf("bench", readSources(folder)), openFactCache(`${folder}-cache`));
  for (const id of graph.nodes.keys()) graph.uses(id);
  return { nodes: graph.nodes.size };
}
