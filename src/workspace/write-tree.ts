import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import type { Backend, BackendFile } from "../source/backend.js";

const CODE = /\.([cm]?tsx?|[cm]?jsx?|json)$/;

/** The files that a compiler may read. Nothing of the repository's own installation is among them. */
export function codeFiles(backend: Backend): readonly BackendFile[] {
  return [...backend.files.values()].filter(
    ({ path, text }) => text !== null && CODE.test(path) && !/(^|\/)(node_modules|\.git)\//.test(path),
  );
}

/** Writes the code of a backend below a folder. */
export async function writeTree(backend: Backend, root: string): Promise<void> {
  await writeFiles(codeFiles(backend), root);
}

export async function writeFiles(files: readonly BackendFile[], root: string): Promise<void> {
  const folders = new Set<string>();
  for (const { path, text } of files) {
    const target = join(root, path);
    if (!target.startsWith(root + sep)) throw new Error(`${path} lies outside of the tree`);
    const folder = dirname(target);
    if (!folders.has(folder)) await mkdir(folder, { recursive: true });
    folders.add(folder);
    await writeFile(target, text ?? "");
  }
}
