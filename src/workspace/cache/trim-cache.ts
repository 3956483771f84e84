import { randomUUID } from "node:crypto";
import { lstat, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** Folders of the cache whose children are used and dropped as a whole. */
const WHOLE = ["tools", "dependencies", "clients", "resolved"];
/** Folders of small files, two levels deep. The facts of the graph keep a limit of their own. */
const SMALL = ["results"];

interface Entry {
  readonly path: string;
  readonly size: number;
  readonly usedAt: number;
}

/**
 * Drops what was not used for the longest time until the rest fits. What was used after `keepSince` stays in any
 * case, because somebody may be using it now. Gives the number of bytes freed.
 */
export async function trimCache(cache: string, limit: number, keepSince: number): Promise<number> {
  const entries = [...(await wholeEntries(cache)), ...(await smallEntries(cache))];
  let total = entries.reduce((sum, entry) => sum + entry.size, 0);
  let freed = 0;
  for (const entry of entries.sort((a, b) => a.usedAt - b.usedAt)) {
    if (total <= limit || entry.usedAt >= keepSince) break;
    await drop(entry.path);
    total -= entry.size;
    freed += entry.size;
  }
  return freed;
}

/** Renamed first, so that nobody finds it half gone. */
async function drop(path: string): Promise<void> {
  const aside = join(path, "..", `.dropped-${randomUUID()}`);
  await rename(path, aside);
  await rm(aside, { recursive: true, force: true });
}

async function wholeEntries(cache: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const folder of WHOLE)
    for (const name of await list(join(cache, folder)))
      if (!name.startsWith(".") && !name.endsWith(".lock"))
        entries.push(await measure(join(cache, folder, name)));
  return entries;
}

async function smallEntries(cache: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const folder of SMALL)
    for (const part of await list(join(cache, folder)))
      for (const name of await list(join(cache, folder, part)))
        entries.push(await measure(join(cache, folder, part, name)));
  return entries;
}

async function measure(path: string): Promise<Entry> {
  const info = await lstat(path);
  return { path, size: info.isDirectory() ? await sizeOf(path) : info.size, usedAt: info.mtimeMs };
}

async function sizeOf(folder: string): Promise<number> {
  let size = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    size += entry.isDirectory() ? await sizeOf(path) : (await lstat(path)).size;
  }
  return size;
}

async function list(folder: string): Promise<string[]> {
  return await readdir(folder).catch(() => []);
}
