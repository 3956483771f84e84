export type Pair = readonly [from: string, to: string];

/** Renames in an order in which no name is given while something else has it; a circle goes by a passing name. */
export function renameOrder(pairs: readonly Pair[]): readonly Pair[] {
  const waiting = new Map(pairs.filter(([from, to]) => from !== to));
  const ordered: Pair[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].find(([, to]) => !waiting.has(to));
    if (free !== undefined) {
      ordered.push(free);
      waiting.delete(free[0]);
      continue;
    }
    for (const [from, to] of [...waiting].slice(0, 1)) {
      const passing = `${from}_passing`;
      ordered.push([from, passing]);
      waiting.delete(from);
      waiting.set(passing, to);
    }
  }
  return ordered;
}
