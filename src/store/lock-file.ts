import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { diskError, errorCode } from "../errors/disk-error.js";
import { WorldError } from "../errors/world-error.js";

/**
 * Takes a lock that one process of this machine can hold, and gives what releases it. A lock whose process is gone
 * is taken over.
 */
export async function takeLockFile(path: string, thing: string): Promise<() => Promise<void>> {
  const draft = `${path}.${randomUUID()}`;
  const mine = `${process.pid} ${hostname()} ${randomUUID()}\n`;
  try {
    await writeFile(draft, mine);
    // Linking fails if the name is taken, and the file never stands there without its content.
    for (let attempt = 0; attempt < 5; attempt++) {
      if (await tryLink(draft, path)) return async () => await release(path, mine);
      await removeStale(path, thing);
    }
    throw taken(thing, "another process");
  } catch (error) {
    throw diskError(path, error);
  } finally {
    await rm(draft, { force: true });
  }
}

async function tryLink(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

async function removeStale(path: string, thing: string): Promise<void> {
  const found = await read(path);
  if (found === null) return;
  const [pid = "", host = ""] = found.split(" ");
  if (host.trim() !== hostname() || isAlive(Number(pid))) throw taken(thing, `process ${pid} on ${host}`);
  // Of several that find it stale only one may remove it, and none may remove the next holder's lock.
  const aside = `${path}.${randomUUID()}`;
  await rename(path, aside).catch(() => {});
  const moved = await read(aside);
  if (moved !== null && moved !== found) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

async function release(path: string, mine: string): Promise<void> {
  if ((await read(path)) === mine) await rm(path, { force: true });
}

async function read(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

function taken(thing: string, holder: string): WorldError {
  return new WorldError(
    "store",
    thing,
    `the embedded store is in use by ${holder}`,
    "Stop that process, or set DATABASE_URL to a Postgres server that several can share",
  );
}
