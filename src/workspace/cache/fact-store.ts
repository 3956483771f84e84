import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import typia from "typia";
import type { FactCache } from "../../graph/facts/fact-cache.js";
import type { FileFacts } from "../../graph/facts/file-facts.js";

const parse = typia.json.createIsParse<FileFacts>();

/**
 * Facts on the disk, one small file per blob. A file that cannot be read is as good as none; a disk that cannot be
 * written to costs time and nothing else, so neither is an error.
 */
export function factStore(cache: string): FactCache {
  const place = (key: string): string => {
    const name = key.replace(/[^0-9a-z]/gi, "-");
    return join(cache, "facts", name.slice(-2), `${name}.json`);
  };
  const fresh = new Map<string, FileFacts>();
  return {
    get: (key) => fresh.get(key) ?? read(place(key)),
    set: (key, facts) => {
      fresh.set(key, facts);
      write(place(key), facts);
    },
  };
}

function read(path: string): FileFacts | undefined {
  try {
    return parse(readFileSync(path, "utf8")) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(path: string, facts: FileFacts): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, JSON.stringify(facts));
    renameSync(draft, path);
  } catch {
    // The next run reads the file again.
  }
}
