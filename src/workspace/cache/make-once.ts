import { mkdir, mkdtemp, rename, rm, stat, utimes } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { diskError } from "../../errors/disk-error.js";
import { withLock } from "./lock-file.js";

/**
 * A folder that is made once and then only read. It appears whole or not at all: it is made under another name and
 * renamed, and a lock file keeps a second process from making it at the same time. Gives whether it was made now.
 */
export async function makeOnce(folder: string, make: (temporary: string) => Promise<void>): Promise<boolean> {
  if (await isFolder(folder)) {
    await markUsed(folder);
    return false;
  }
  try {
    await mkdir(dirname(folder), { recursive: true });
    return await withLock(`${folder}.lock`, async () => {
      if (await isFolder(folder)) return false;
      const temporary = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
      try {
        await make(temporary);
        await rename(temporary, folder);
      } finally {
        await rm(temporary, { recursive: true, force: true });
      }
      return true;
    });
  } catch (error) {
    throw diskError(folder, error);
  }
}

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

/** The time of last use, so that a cache that grew too large can drop what nobody used for long. */
async function markUsed(folder: string): Promise<void> {
  const now = new Date();
  await utimes(folder, now, now).catch(() => {});
}
