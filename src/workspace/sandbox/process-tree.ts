import { readdirSync, readFileSync } from "node:fs";

export interface TreeUse {
  readonly processes: number;
  /** Megabytes. */
  readonly memory: number;
}

const PAGE = 4096;

/** What a process and everything below it hold at the moment; null where the system does not tell. */
export function treeUse(root: number): TreeUse | null {
  const all = readAll();
  if (all === null) return null;
  const below = [root, ...descendants(all, root)];
  const held = below.reduce((sum, pid) => sum + (all.get(pid)?.pages ?? 0), 0);
  return { processes: below.length, memory: (held * PAGE) / 1024 ** 2 };
}

/** The processes that one has started itself. */
export function childrenOf(root: number): readonly number[] {
  return [...(readAll() ?? [])].flatMap(([pid, { parent }]) => (parent === root ? [pid] : []));
}

/** Everything below a process, as far as it is still known to be. */
export function descendantsOf(root: number): readonly number[] {
  return descendants(readAll() ?? new Map(), root);
}

type Processes = ReadonlyMap<number, { readonly parent: number; readonly pages: number }>;

function descendants(all: Processes, root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const [pid, { parent }] of all) children.set(parent, [...(children.get(parent) ?? []), pid]);
  const below = [...(children.get(root) ?? [])];
  for (let at = 0; at < below.length; at++) below.push(...(children.get(below[at] ?? 0) ?? []));
  return below;
}

function readAll(): Processes | null {
  const all = new Map<number, { readonly parent: number; readonly pages: number }>();
  try {
    for (const name of readdirSync("/proc")) {
      const stat = /^\d+$/.test(name) ? readStat(name) : null;
      if (stat !== null) all.set(Number(name), stat);
    }
    return all;
  } catch {
    return null;
  }
}

/** The name of a program stands in brackets and may hold brackets and spaces itself. */
function readStat(pid: string): { readonly parent: number; readonly pages: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { parent: Number(fields[1]), pages: Number(fields[21]) };
  } catch {
    return null;
  }
}
