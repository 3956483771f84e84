import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BackendFile } from "../../source/backend.js";
import { blobSha } from "../../source/blob-sha.js";
import { decodeText } from "../../source/decode-text.js";
import { isReadable } from "../../source/readable.js";

/** What installing and building leave behind; none of it belongs to the backend. */
const ANYWHERE = new Set(["node_modules", ".git"]);
const AT_TOP = new Set(["lib", "bin", "dist", "coverage", ".cache"]);

/** The files of a folder as they stand on the disk, without git's help. Links are not followed. */
export async function readFolder(folder: string): Promise<BackendFile[]> {
  const files: BackendFile[] = [];
  const visit = async (prefix: string): Promise<void> => {
    for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
      const path = prefix + entry.name;
      if (entry.isDirectory()) {
        if (!ANYWHERE.has(entry.name) && !AT_TOP.has(path)) await visit(`${path}/`);
      } else if (entry.isFile()) {
        const bytes = await readFile(join(folder, path));
        files.push({ path, sha: blobSha(bytes), text: isReadable(path) ? decodeText(bytes) : null });
      }
    }
  };
  await visit("");
  return files;
}
