import type { Edge, EdgeHow } from "../graph.js";

const NONE: readonly Edge[] = [];

/** Edges, found by either end. The same pair is kept once, by its first reason. */
export class EdgeIndex {
  private readonly forward = new Map<string, Map<string, Edge>>();
  private backward: Map<string, Edge[]> | null = null;

  /** Adds edges that start at one node. */
  public starting(from: string): (to: string, how: EdgeHow) => void {
    let edges = this.forward.get(from);
    if (edges === undefined) this.forward.set(from, (edges = new Map()));
    const known = edges;
    return (to, how) => {
      if (!known.has(to) && from !== to) known.set(to, { from, to, how });
    };
  }

  public add(from: string, to: string, how: EdgeHow): void {
    this.starting(from)(to, how);
  }

  public from(id: string): readonly Edge[] {
    return [...(this.forward.get(id)?.values() ?? NONE)];
  }

  public to(id: string): readonly Edge[] {
    return (this.backward ??= this.turn()).get(id) ?? NONE;
  }

  private turn(): Map<string, Edge[]> {
    const backward = new Map<string, Edge[]>();
    for (const edges of this.forward.values())
      for (const edge of edges.values()) {
        const known = backward.get(edge.to);
        if (known === undefined) backward.set(edge.to, [edge]);
        else known.push(edge);
      }
    return backward;
  }
}
