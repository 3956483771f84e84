import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import typia from "typia";
import type { FactCache } from "../graph/facts/fact-cache.js";
import type { FileFacts } from "../graph/facts/file-facts.js";

const MEBIBYTE = 1024 * 1024;

/** A cache of facts in one packed file, because a thousand small files take longer to open than to parse. */
export interface DiskFactCache extends FactCache {
  /** Writes what is new. It happens by itself once the current work is done; a program that exits at once calls it. */
  flush(): void;
}

/**
 * Opens the cache in a folder: a line per blob, key and facts with a tab between, least recently used first. Lines
 * are parsed when they are asked for. Beyond `limit` bytes the least recently used ones are dropped.
 */
export function openFactCache(folder: string, limit = 64 * MEBIBYTE): DiskFactCache {
  const path = join(folder, "facts.tsv");
  const lines = readLines(path);
  const parsed = new Map<string, FileFacts>();
  let dirty = false;
  const flush = (): void => {
    const [used, idle] = [[] as string[], [] as string[]];
    for (const key of lines.keys()) (parsed.has(key) ? used : idle).push(key);
    if (dirty)
      writeLines(folder, path, new Map([...idle, ...used].map((key) => [key, lines.get(key) ?? ""])), limit);
    dirty = false;
  };
  return {
    get: (key) => {
      const known = parsed.get(key) ?? parse(lines.get(key));
      if (known !== undefined) parsed.set(key, known);
      return known;
    },
    set: (key, facts) => {
      parsed.set(key, facts);
      lines.delete(key);
      lines.set(key, JSON.stringify(facts));
      if (!dirty) setImmediate(flush);
      dirty = true;
    },
    flush,
  };
}

/** A cut or foreign line is no fact: the file is parsed again, as if it had never been there. */
function parse(line: string | undefined): FileFacts | undefined {
  if (line === undefined) return undefined;
  try {
    return typia.json.isParse<FileFacts>(line) ?? undefined;
  } catch {
    return undefined;
  }
}

function readLines(path: string): Map<string, string> {
  const lines = new Map<string, string>();
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return lines;
  }
  for (
    let start = 0, end = text.indexOf("\n");
    end !== -1;
    start = end + 1, end = text.indexOf("\n", start)
  ) {
    const tab = text.indexOf("\t", start);
    if (tab !== -1 && tab < end) lines.set(text.slice(start, tab), text.slice(tab + 1, end));
  }
  return lines;
}

/** Without room on the disk there is no cache and everything else goes on. */
function writeLines(folder: string, path: string, lines: ReadonlyMap<string, string>, limit: number): void {
  const kept: string[] = [];
  let size = 0;
  for (const [key, line] of [...lines].reverse()) {
    size += key.length + line.length + 2;
    if (size > limit) break;
    kept.push(`${key}\t${line}\n`);
  }
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, kept.reverse().join(""));
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
