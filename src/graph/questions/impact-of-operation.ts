import type { Graph } from "../graph.js";
import { routeShape } from "../link/sdk-table.js";
import type { ImpactSet } from "./impact-set.js";

/** Files that lose something when an operation goes: its controller, its SDK function, and what calls that. */
export function impactOfOperation(graph: Graph, operation: string, found: ImpactSet): void {
  const node = graph.nodes.get(`operation:${operation}`);
  if (node === undefined) return;
  found.add(node.path, node.id, "exposes");
  for (const entry of graph.sdk.values()) {
    if (routeShape(entry.key) !== routeShape(operation)) continue;
    const step = { from: `sdk:${entry.accessor}`, to: node.id, how: "requests" } as const;
    found.add(entry.path, `sdk:${entry.accessor}`, "declares", [step]);
    for (const file of graph.files.values())
      if (file.sdk.has(entry.accessor)) found.add(file.path, `sdk:${entry.accessor}`, "requests", [step]);
  }
}
