import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { diskError } from "../../errors/disk-error.js";

/** A result that depends on nothing but its key: read where it was kept, else made, and kept if it is worth it. */
export async function remember<T>(
  cache: string,
  key: string,
  parse: (text: string) => T | null,
  make: () => Promise<T>,
  isKept: (made: T) => boolean = () => true,
): Promise<T> {
  const path = join(cache, "results", key.slice(0, 2), `${key}.json`);
  const kept = await readFile(path, "utf8").catch(() => null);
  const parsed = kept === null ? null : parse(kept);
  if (parsed !== null) return parsed;
  const made = await make();
  if (!isKept(made)) return made;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.${process.pid}`, JSON.stringify(made));
    await rename(`${path}.${process.pid}`, path);
  } catch (error) {
    throw diskError(path, error);
  }
  return made;
}
