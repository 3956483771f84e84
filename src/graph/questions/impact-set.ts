import type { Edge, EdgeHow, Graph } from "../graph.js";

/** Collects impacted files, each with the first (nearest) reason that reached it. */
export class ImpactSet {
  private readonly reasons = new Map<string, readonly Edge[]>();
  private callers: ReadonlyMap<string, readonly string[]> | null = null;

  public constructor(private readonly graph: Graph) {}

  /** Adds a file for what it uses; `rest` leads on from there to what is touched. */
  public add(path: string, to: string, how: EdgeHow, rest: readonly Edge[] = []): boolean {
    if (this.reasons.has(path)) return false;
    this.reasons.set(path, [{ from: `file:${path}`, to, how }, ...rest]);
    return true;
  }

  /** Adds the files that call these symbols of `path` (all by default), because of what reached `path`; gives new ones. */
  public addCallers(path: string, symbols: readonly string[] = this.symbolsOf(path)): readonly string[] {
    const rest = this.reasons.get(path) ?? [];
    const callers = symbols.flatMap((symbol) => {
      const id = `symbol:${path}#${symbol}`;
      return this.callersOf(id).filter((caller) => this.add(caller, id, "calls", rest));
    });
    return [...new Set(callers)];
  }

  /** The same, and on through collectors: what one makes is inferred from what those below it make. */
  public addCollectorCallers(path: string): void {
    const queue = [path];
    for (let next = queue.pop(); next !== undefined; next = queue.pop())
      for (const caller of this.addCallers(next))
        if (this.graph.files.get(caller)?.kind === "collector") queue.push(caller);
  }

  public has(path: string): boolean {
    return this.reasons.has(path);
  }

  public files(): readonly string[] {
    return [...this.reasons.keys()];
  }

  public paths(): ReadonlyMap<string, readonly Edge[]> {
    return new Map([...this.reasons].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private symbolsOf(path: string): readonly string[] {
    return this.graph.files.get(path)?.facts.symbols.map(({ name }) => name) ?? [];
  }

  private callersOf(symbol: string): readonly string[] {
    this.callers ??= callerIndex(this.graph);
    return this.callers.get(symbol) ?? [];
  }
}

/** Symbol → files that use it. Who uses a namespace as a whole may use every member of it. */
function callerIndex(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  const add = (symbol: string, path: string): void => {
    const known = index.get(symbol);
    if (known === undefined) index.set(symbol, [path]);
    else known.push(path);
  };
  for (const file of graph.files.values())
    for (const symbol of file.symbols) {
      add(symbol, file.path);
      const path = symbol.slice("symbol:".length, symbol.lastIndexOf("#"));
      for (const { name } of graph.files.get(path)?.facts.symbols ?? [])
        if (`symbol:${path}#${name}`.startsWith(`${symbol}.`)) add(`symbol:${path}#${name}`, file.path);
    }
  return index;
}
