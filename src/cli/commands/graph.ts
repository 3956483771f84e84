import type { Command } from "commander";
import { buildGraph } from "../../graph/build-graph.js";
import type { Edge, Graph } from "../../graph/graph.js";
import { cycles } from "../../graph/questions/cycles.js";
import { explain } from "../../graph/questions/explain.js";
import { renderJson } from "../../graph/render/json.js";
import { renderMermaid } from "../../graph/render/mermaid.js";
import { SUCCESS } from "../exit-codes.js";
import { unknownArtefact } from "../unknown-artefact.js";
import { readFolderBackend } from "../read-folder-backend.js";
import type { Tools } from "../tools.js";

interface GraphOptions {
  readonly repo: string;
  readonly json?: boolean;
  readonly mermaid?: boolean;
}

export function addGraph(program: Command, tools: Tools, end: (code: number) => void): void {
  program
    .command("graph")
    .description("show what uses what: numbers, or the whole graph as JSON or mermaid")
    .argument("[artefact]", "only what is around this one")
    .option("--repo <folder>", "the backend: a folder", ".")
    .option("--json", "print {nodes, edges}")
    .option("--mermaid", "print a mermaid graph of the nodes with the most edges")
    .action(async (artefact: string | undefined, options: GraphOptions) => {
      const backend = await readFolderBackend(options.repo);
      const graph = buildGraph(backend, tools.factCache(tools.environment()));
      const edges = artefact === undefined ? allEdges(graph) : edgesAround(graph, artefact);
      const { out } = tools.console;
      if (options.json) out(`${JSON.stringify(jsonOf(graph, artefact, edges), null, 2)}\n`);
      else if (options.mermaid) out(`${renderMermaid(edges).trimEnd()}\n`);
      else out(summary(graph, edges));
      end(SUCCESS);
    });
}

function allEdges(graph: Graph): readonly Edge[] {
  return [...graph.nodes.keys()].flatMap((id) => [...graph.uses(id)]);
}

function edgesAround(graph: Graph, artefact: string): readonly Edge[] {
  const explained = explain(graph, artefact);
  if (explained.kind === "unknown") throw unknownArtefact(artefact, explained.nearest);
  return [...new Set(explained.explanations.flatMap(({ uses, users }) => [...uses, ...users]))];
}

function jsonOf(graph: Graph, artefact: string | undefined, edges: readonly Edge[]): object {
  if (artefact === undefined) return renderJson(graph);
  const ids = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return { nodes: [...ids].flatMap((id) => graph.nodes.get(id) ?? []), edges };
}

function summary(graph: Graph, edges: readonly Edge[]): string {
  const circles = cycles(graph).map((group) => `  cycle: ${group.join(" → ")}\n`);
  const lines = [
    `${graph.files.size} files, ${graph.nodes.size} nodes, ${edges.length} edges\n`,
    count(
      "nodes",
      [...graph.nodes.values()].map(({ kind }) => kind),
    ),
    count(
      "edges",
      edges.map(({ how }) => how),
    ),
    `${circles.length} import cycles\n`,
  ];
  return [...lines, ...circles].join("");
}

function count(title: string, kinds: readonly string[]): string {
  const numbers = new Map<string, number>();
  for (const kind of kinds) numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
  const sorted = [...numbers].sort(([, a], [, b]) => b - a);
  return `${title}: ${sorted.map(([kind, number]) => `${number} ${kind}`).join(", ")}\n`;
}
