import type { Graph } from "../graph.js";
import { EdgeIndex } from "./edge-index.js";
import { linkMembers } from "./link-members.js";
import { linkRoutes } from "./link-routes.js";
import { linkSections } from "./link-sections.js";
import { linkSpec } from "./link-spec.js";
import type { LinkContext } from "./link-uses.js";

type Parts = Pick<Graph, "database" | "files" | "dtos" | "sdk">;

/** All edges: inside the specs, from files to what they use, from routes and SDK functions to theirs. */
export function linkEdges(parts: Parts, context: LinkContext): EdgeIndex {
  const edges = new EdgeIndex();
  linkSpec(parts, edges);
  for (const file of parts.files.values()) {
    const from = `file:${file.path}`;
    for (const [model, use] of file.models) edges.add(from, `model:${model}`, use.how);
    for (const dto of file.dtos) edges.add(from, `dto:${dto}`, "types");
    for (const symbol of file.symbols) edges.add(from, symbol, "calls");
    for (const accessor of file.sdk) edges.add(from, `sdk:${accessor}`, "requests");
    for (const path of file.imports) edges.add(from, `file:${path}`, "imports");
    for (const symbol of file.facts.symbols)
      edges.add(from, `symbol:${file.path}#${symbol.name}`, "declares");
    linkMembers(file, parts, edges);
  }
  linkRoutes(parts, context, edges);
  linkSections(parts, edges);
  return edges;
}
