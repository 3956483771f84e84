import type { FileNode } from "../graph.js";

/** Groups of files that import each other in a circle, type imports included; each group and the list in path order. */
export function cycles(graph: {
  readonly files: ReadonlyMap<string, Pick<FileNode, "imports">>;
}): readonly (readonly string[])[] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const open = new Set<string>();
  for (const start of graph.files.keys()) if (!order.has(start)) walk(start);
  return found.map((group) => group.sort()).sort((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));

  /** Tarjan's walk, with a stack of its own: imports of a large backend go deeper than calls may. */
  function walk(start: string): void {
    const frames = [enter(start)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const next = frame.rest.next();
      if (next.done === true) {
        frames.pop();
        leave(frame.path, frames.at(-1)?.path);
      } else if (!order.has(next.value)) frames.push(enter(next.value));
      else if (open.has(next.value)) lower(frame.path, order.get(next.value) as number);
    }
  }

  function enter(path: string): { readonly path: string; readonly rest: Iterator<string> } {
    order.set(path, order.size);
    low.set(path, order.get(path) as number);
    stack.push(path);
    open.add(path);
    return { path, rest: (graph.files.get(path)?.imports ?? new Set<string>()).values() };
  }

  function leave(path: string, parent: string | undefined): void {
    if (parent !== undefined) lower(parent, low.get(path) as number);
    if (low.get(path) !== order.get(path)) return;
    const group = stack.splice(stack.indexOf(path));
    for (const each of group) open.delete(each);
    if (group.length > 1) found.push(group);
  }

  function lower(path: string, value: number): void {
    low.set(path, Math.min(low.get(path) as number, value));
  }
}
