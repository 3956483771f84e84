import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { blobSha } from "../../source/blob-sha.js";

/** Contents by blob SHA. What it gives back is what was put in, or nothing. */
export interface BlobCache {
  get(sha: string): Promise<Buffer | null>;
  put(sha: string, content: Uint8Array): Promise<void>;
  /** Forgets the longest unused contents until the rest fits. */
  trim(): Promise<void>;
}

/** Blobs as files `<folder>/ab/cdef…`. A damaged file is not an error: its hash does not match, so it is fetched again. */
export function openBlobCache(folder: string, maxBytes = 512 * 1024 * 1024): BlobCache {
  const place = (sha: string): string => join(folder, sha.slice(0, 2), sha.slice(2));
  return {
    async get(sha) {
      const content = await readFile(place(sha)).catch(() => null);
      if (content === null || blobSha(content) !== sha) return null;
      const now = new Date();
      await utimes(place(sha), now, now).catch(() => undefined);
      return content;
    },
    async put(sha, content) {
      const target = place(sha);
      const draft = join(folder, `${randomUUID()}.tmp`);
      await mkdir(join(folder, sha.slice(0, 2)), { recursive: true });
      await writeFile(draft, content);
      await rename(draft, target);
    },
    trim: () => trimFolder(folder, maxBytes),
  };
}

async function trimFolder(folder: string, maxBytes: number): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = [];
  for (const name of names) {
    const info = await stat(join(folder, name)).catch(() => null);
    if (info?.isFile()) files.push({ path: join(folder, name), size: info.size, used: info.mtimeMs });
  }
  let total = files.reduce((sum, file) => sum + file.size, 0);
  for (const file of files.sort((a, b) => a.used - b.used)) {
    if (total <= maxBytes) return;
    await rm(file.path, { force: true });
    total -= file.size;
  }
}
