import { readDatabase } from "../../spec/database/read-database.js";
import { readInterface } from "../../spec/interface/read-interface.js";
import type { Backend } from "../../source/backend.js";
import { buildGraph } from "../build-graph.js";
import type { FactCache } from "../facts/fact-cache.js";
import type { Graph } from "../graph.js";
import { inferredSymbols } from "./impact-of-model.js";
import { ImpactSet } from "./impact-set.js";
import { impact } from "./impact.js";
import { type Specs, touchesBetween } from "./touches-between.js";

/**
 * The files that can have other errors in the head than in the base: those that differ, what uses a member that is
 * not what it was, and who sees what a file that differs infers.
 */
export function recheck(base: Backend, head: Backend, cache?: FactCache): readonly string[] {
  const graph = buildGraph(base, cache);
  const found = new Set(changedPaths(base, head));
  for (const path of standingOn(graph, [...found], head)) found.add(path);
  for (const path of impact(graph, touchesBetween(specsOf(base), specsOf(head))).keys()) found.add(path);
  return [...found].sort();
}

function changedPaths(base: Backend, head: Backend): readonly string[] {
  const paths = new Set([...base.files.keys(), ...head.files.keys()]);
  return [...paths].filter((path) => base.files.get(path)?.sha !== head.files.get(path)?.sha);
}

/** Who calls something of these files whose type is not written, and who imports one that is gone. */
function standingOn(graph: Graph, paths: readonly string[], head: Backend): readonly string[] {
  const found = new ImpactSet(graph);
  for (const path of paths) {
    const file = graph.files.get(path);
    if (file === undefined) continue;
    if (file.kind === "collector") found.addCollectorCallers(path);
    else found.addCallers(path, inferredSymbols(file));
  }
  const gone = new Set(paths.filter((path) => !head.files.has(path)));
  const importers = [...graph.files.values()].filter(({ imports }) =>
    [...imports].some((path) => gone.has(path)),
  );
  return [...found.files(), ...importers.map(({ path }) => path)];
}

function specsOf(backend: Backend): Specs {
  const database = readDatabase(backend);
  return { database, api: readInterface(backend, database) };
}
