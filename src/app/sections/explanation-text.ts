import type { Edge, Graph } from "../../graph/graph.js";
import type { Explanation } from "../../graph/questions/explain.js";
import { renderMermaid } from "../../graph/render/mermaid.js";
import { block, code, details, plural } from "../markdown.js";

const MEANINGS = 5;
const NAMES = 30;

/** What an artefact uses and what uses it, in words and as a drawing. A name may mean several things; all are told. */
export function explanationText(graph: Graph, explanations: readonly Explanation[]): string {
  const shown = explanations
    .slice(0, MEANINGS)
    .map(({ node, uses, users }) =>
      [
        `**${node.kind}** ${code(node.name)} in ${code(node.path)}`,
        listOf("It uses", uses, (edge) => edge.to, graph),
        listOf("It is used by", users, (edge) => edge.from, graph),
      ].join("\n\n"),
    );
  const edges = explanations.slice(0, MEANINGS).flatMap(({ uses, users }) => [...uses, ...users]);
  const drawing = edges.length === 0 ? [] : [details("Graph", block("mermaid", renderMermaid(edges)))];
  return [...shown, ...drawing].join("\n\n");
}

function listOf(title: string, edges: readonly Edge[], end: (edge: Edge) => string, graph: Graph): string {
  if (edges.length === 0) return `${title} nothing.`;
  const lines = edges.slice(0, NAMES).map((edge) => `- ${edge.how} ${nameOf(end(edge), graph)}`);
  const more = edges.length - lines.length;
  return `${title} ${plural(edges.length, "thing")}:\n\n${lines.join("\n")}${more > 0 ? `\n- and ${more} more` : ""}`;
}

function nameOf(id: string, graph: Graph): string {
  const node = graph.nodes.get(id);
  return node === undefined ? code(id) : `${node.kind} ${code(node.name)}`;
}
