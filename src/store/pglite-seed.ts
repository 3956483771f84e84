import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { errorCode } from "../errors/disk-error.js";

/** Making an empty database takes five seconds, unpacking one that was made before half a second. */
export async function loadSeed(cache: string): Promise<Blob | null> {
  try {
    return new Blob([await readFile(seedPath(cache))]);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** Written next to its place and renamed, so that nobody ever reads half of it. */
export async function saveSeed(cache: string, seed: Blob): Promise<void> {
  const path = seedPath(cache);
  const draft = `${path}.${randomUUID()}`;
  await mkdir(cache, { recursive: true });
  try {
    await writeFile(draft, Buffer.from(await seed.arrayBuffer()));
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

function seedPath(cache: string): string {
  return join(cache, `pglite-${pgliteVersion()}.tar`);
}

function pgliteVersion(): string {
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  return /pglite[\\/]dist/.test(entry) ? versionOf(entry.replace(/dist[\\/].*$/, "package.json")) : "any";
}

function versionOf(path: string): string {
  const { version } = createRequire(import.meta.url)(path) as { version?: unknown };
  return typeof version === "string" ? version : "any";
}
