import type { Graph } from "../graph.js";
import { EdgeIndex } from "./edge-index.js";
import { linkMembers, memberIds } from "./link-members.js";
import { linkRoutes } from "./link-routes.js";
import { linkSections } from "./link-sections.js";
import { linkSpec } from "./link-spec.js";
import type { LinkContext } from "./link-uses.js";

type Parts = Pick<Graph, "database" | "files" | "dtos" | "sdk">;

/** All edges: inside the specs, from files to what they use, from routes and SDK functions to theirs. */
export function linkEdges(parts: Parts, context: LinkContext): EdgeIndex {
  const edges = new EdgeIndex();
  linkSpec(parts, edges);
  const members = memberIds(parts);
  for (const file of parts.files.values()) {
    const add = edges.starting(`file:${file.path}`);
    for (const [model, use] of file.models) add(`model:${model}`, use.how);
    // A DTO file declares what it uses of its own.
    for (const dto of file.dtos) if (parts.dtos.get(dto)?.path !== file.path) add(`dto:${dto}`, "types");
    for (const symbol of file.symbols) add(symbol, "calls");
    for (const accessor of file.sdk) add(`sdk:${accessor}`, "requests");
    for (const path of file.imports) add(`file:${path}`, "imports");
    for (const symbol of file.facts.symbols) add(`symbol:${file.path}#${symbol.name}`, "declares");
    linkMembers(file, members, add);
  }
  linkRoutes(parts, context, edges);
  linkSections(parts, edges);
  return edges;
}
