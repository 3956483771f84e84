import type { Edge, EdgeHow } from "../graph.js";

const NONE: readonly Edge[] = [];

/** Edges, found by either end. */
export class EdgeIndex {
  private readonly forward = new Map<string, Edge[]>();
  private backward: Map<string, Edge[]> | null = null;

  /** Adds edges that start at one node; whoever adds sees to it that no pair comes twice. */
  public starting(from: string): (to: string, how: EdgeHow) => void {
    let edges = this.forward.get(from);
    if (edges === undefined) this.forward.set(from, (edges = []));
    const known = edges;
    return (to, how) => void known.push({ from, to, how });
  }

  /** Adds one edge, unless the pair has one. */
  public add(from: string, to: string, how: EdgeHow): void {
    if (from !== to && !this.from(from).some((edge) => edge.to === to)) this.starting(from)(to, how);
  }

  public from(id: string): readonly Edge[] {
    return this.forward.get(id) ?? NONE;
  }

  public to(id: string): readonly Edge[] {
    return (this.backward ??= this.turn()).get(id) ?? NONE;
  }

  private turn(): Map<string, Edge[]> {
    const backward = new Map<string, Edge[]>();
    for (const edges of this.forward.values())
      for (const edge of edges) {
        const known = backward.get(edge.to);
        if (known === undefined) backward.set(edge.to, [edge]);
        else known.push(edge);
      }
    return backward;
  }
}
