import type { Graph } from "../graph.js";
import type { EdgeIndex } from "./edge-index.js";
import { importSources, type LinkContext, linkUses } from "./link-uses.js";
import { routeShape } from "./sdk-table.js";

/** SDK function → operation → provider, each with the DTOs it names. */
export function linkRoutes(
  { files, sdk }: Pick<Graph, "files" | "sdk">,
  context: LinkContext,
  edges: EdgeIndex,
): void {
  const operations = new Map<string, string>();
  for (const { path, facts } of files.values()) {
    if (facts.routes.length === 0) continue;
    const sources = importSources(path, facts, context);
    for (const route of facts.routes) {
      const id = `operation:${route.key}`;
      operations.set(route.key, id);
      operations.set(routeShape(route.key), id);
      edges.add(`file:${path}`, id, "exposes");
      edges.add(`symbol:${path}#${route.symbol}`, id, "exposes");
      const { dtos, symbols } = linkUses(route.uses, sources, context);
      for (const dto of dtos) edges.add(id, `dto:${dto}`, "types");
      for (const symbol of symbols) edges.add(id, symbol, "calls");
    }
  }
  for (const { accessor, path, key, uses } of sdk.values()) {
    const id = `sdk:${accessor}`;
    edges.add(`file:${path}`, id, "declares");
    const operation = operations.get(key) ?? operations.get(routeShape(key));
    if (operation !== undefined) edges.add(id, operation, "requests");
    const facts = context.facts.get(path);
    if (facts === undefined) continue;
    for (const dto of linkUses(uses, importSources(path, facts, context), context).dtos)
      edges.add(id, `dto:${dto}`, "types");
  }
}
