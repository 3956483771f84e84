import type { Edge } from "../graph.js";

/**
 * Edges as a mermaid flowchart. Beyond `limit` nodes a chart cannot be read (nor drawn by GitHub), so the nodes with
 * the most edges stay and the last line says how many were left out.
 */
export function renderMermaid(edges: readonly Edge[], limit = 40): string {
  const degrees = new Map<string, number>();
  for (const { from, to } of edges) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const ranked = [...degrees].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([id]) => id);
  const kept = new Map(ranked.slice(0, limit).map((id, index) => [id, `n${index}`]));
  const lines = ["graph LR"];
  for (const [id, short] of kept) lines.push(`  ${short}["${label(id)}"]`);
  const drawn = new Set<string>();
  for (const { from, to, how } of edges) {
    const [left, right] = [kept.get(from), kept.get(to)];
    const line = `  ${left} -->|${how}| ${right}`;
    if (left === undefined || right === undefined || drawn.has(line)) continue;
    drawn.add(line);
    lines.push(line);
  }
  if (ranked.length > limit) lines.push(`  more["and ${ranked.length - limit} more"]`);
  return `${lines.join("\n")}\n`;
}

/** A node's name without its kind, short enough for a box; quotes would end the label. */
function label(id: string): string {
  const name = id.slice(id.indexOf(":") + 1).replaceAll('"', "'");
  return id.startsWith("file:") ? (name.split("/").at(-1) ?? name).replace(/\.ts$/, "") : name;
}
