import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LRUCache } from "lru-cache";
import type { FactCache } from "../graph/facts/fact-cache.js";
import type { FileFacts } from "../graph/facts/file-facts.js";
import { packFacts } from "../graph/facts/pack-facts.js";
import { unpackFacts } from "../graph/facts/unpack-facts.js";

const MEBIBYTE = 1024 * 1024;

/** A cache of facts in one packed file, because a thousand small files take longer to open than to parse. */
export interface DiskFactCache extends FactCache {
  /** Writes what is new. It happens by itself once the current work is done; a program that exits at once calls it. */
  flush(): void;
}

/**
 * Opens the cache in a folder: a table of strings, then a line per blob, key and packed facts with a tab between.
 * Lines are unpacked when they are asked for. A file that would grow beyond `limit` bytes is written anew with what
 * this opening used, so that what nobody asks for any more is forgotten.
 */
export function openFactCache(folder: string, limit = 64 * MEBIBYTE): DiskFactCache {
  const path = join(folder, "facts.tsv");
  let pack = readPack(path);
  const used = new LRUCache<string, FileFacts>({ max: 20_000 });
  let dirty = false;
  const flush = (): void => {
    if (!dirty) return;
    dirty = false;
    if (pack.size() > limit) pack = repack(used.entries(), limit);
    writePack(folder, path, pack);
  };
  return {
    get: (key) => {
      const known = used.get(key) ?? pack.get(key);
      if (known !== undefined) used.set(key, known);
      return known;
    },
    set: (key, facts) => {
      used.set(key, facts);
      pack.set(key, facts);
      if (!dirty) setImmediate(flush);
      dirty = true;
    },
    flush,
  };
}

/** Packed facts by key, over one table of strings that only grows. */
class Pack {
  private readonly numbers = new Map<string, number>();
  private bytes: number;

  public constructor(
    private readonly table: string[],
    private readonly lines: Map<string, string>,
    bytes: number,
  ) {
    this.bytes = bytes;
  }

  public size(): number {
    return this.bytes;
  }

  /** A cut or foreign line is no fact: the file is parsed again, as if it had never been there. */
  public get(key: string): FileFacts | undefined {
    const line = this.lines.get(key);
    if (line === undefined || !/^[\d,]*$/.test(line)) return undefined;
    return unpackFacts(JSON.parse(`[${line}]`) as number[], this.table) ?? undefined;
  }

  public set(key: string, facts: FileFacts): void {
    const line = packFacts(facts, this.intern).join(",");
    this.lines.set(key, line);
    this.bytes += key.length + line.length + 2;
  }

  public print(): string {
    const lines = [...this.lines].map(([key, line]) => `${key}\t${line}\n`);
    return `${JSON.stringify(this.table)}\n${lines.join("")}`;
  }

  private readonly intern = (text: string): number => {
    if (this.numbers.size === 0) this.table.forEach((each, index) => this.numbers.set(each, index));
    let number = this.numbers.get(text);
    if (number === undefined) {
      this.numbers.set(text, (number = this.table.length));
      this.table.push(text);
      this.bytes += text.length + 3;
    }
    return number;
  };
}

function repack(used: Iterable<readonly [string, FileFacts]>, limit: number): Pack {
  const pack = new Pack([], new Map(), 0);
  for (const [key, facts] of used) if (pack.size() < limit / 2) pack.set(key, facts);
  return pack;
}

function readPack(path: string): Pack {
  try {
    const text = readFileSync(path, "utf8");
    const head = text.indexOf("\n");
    const table: unknown = JSON.parse(text.slice(0, head));
    if (!Array.isArray(table) || !table.every((each) => typeof each === "string"))
      return new Pack([], new Map(), 0);
    const lines = new Map<string, string>();
    for (let start = head + 1, end = text.indexOf("\n", start); end !== -1;) {
      const tab = text.indexOf("\t", start);
      if (tab !== -1 && tab < end) lines.set(text.slice(start, tab), text.slice(tab + 1, end));
      start = end + 1;
      end = text.indexOf("\n", start);
    }
    return new Pack(table, lines, text.length);
  } catch {
    return new Pack([], new Map(), 0);
  }
}

/** Without room on the disk there is no cache and everything else goes on. */
function writePack(folder: string, path: string, pack: Pack): void {
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, pack.print());
    renameSync(draft, path);
  } catch {
    discard(draft);
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // There is nothing to discard where nothing can be written.
  }
}
