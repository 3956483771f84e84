import { buildGraph } from "../../graph/build-graph.js";
import type { FileNode, Graph } from "../../graph/graph.js";
import { routeShape } from "../../graph/link/sdk-table.js";
import type { Backend } from "../../source/backend.js";
import type { ArtefactKind } from "../../source/layout.js";

/** Kinds through which a change goes on to whoever imports the file. DTOs and the SDK are imported by everybody. */
const CARRIERS: ReadonlySet<ArtefactKind> = new Set([
  "collector",
  "transformer",
  "operation",
  "controller",
  "authorization",
  "helper",
  "test",
  "module",
]);

/** Names of the tests that the difference of two trees reaches: they differ themselves, or call what does. */
export function reachedTests(base: Backend, head: Backend): readonly string[] {
  const graph = buildGraph(head);
  const reached = importersOf(graph, changedPaths(base, head));
  const routes = new Set<string>();
  for (const { kind, name, path } of graph.nodes.values())
    if (kind === "operation" && reached.has(path)) routes.add(routeShape(name));
  const called = [...graph.sdk.values()].filter(({ key }) => routes.has(routeShape(key)));
  const accessors = new Set(called.map(({ accessor }) => accessor));
  return [...graph.files.values()]
    .filter(({ kind }) => kind === "test")
    .filter((file) => reached.has(file.path) || [...file.sdk].some((accessor) => accessors.has(accessor)))
    .flatMap((file) => testNames(head, file));
}

function changedPaths(base: Backend, head: Backend): readonly string[] {
  return [...head.files.values()]
    .filter(({ path, sha }) => base.files.get(path)?.sha !== sha)
    .map(({ path }) => path);
}

function importersOf(graph: Graph, paths: readonly string[]): ReadonlySet<string> {
  const reached = new Set(paths);
  for (let grown = true; grown;) {
    grown = false;
    for (const { path, kind, imports } of graph.files.values()) {
      if (reached.has(path) || !CARRIERS.has(kind)) continue;
      if (![...imports].some((each) => reached.has(each) && carries(graph, each))) continue;
      reached.add(path);
      grown = true;
    }
  }
  return reached;
}

function carries(graph: Graph, path: string): boolean {
  const kind = graph.files.get(path)?.kind;
  return kind !== undefined && CARRIERS.has(kind);
}

function testNames({ files }: Backend, { path }: FileNode): readonly string[] {
  const text = files.get(path)?.text ?? "";
  return [...text.matchAll(/export\s+(?:async\s+function|function|const)\s+(test\w*)/g)].flatMap(
    ([, name]) => name ?? [],
  );
}
