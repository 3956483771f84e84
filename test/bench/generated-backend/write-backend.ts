import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import { countTypeScript, generateBackend } from "./generate-backend.js";
import { familiesForEndpoints, familiesForFiles } from "./size.js";

export type Size = { readonly endpoints: number } | { readonly files: number };

/** Generates a backend of the given size, the same one every time. */
export function backendOfSize(size: Size): Promise<Map<string, string>> {
  return generateBackend(
    "files" in size ? familiesForFiles(size.files, countTypeScript) : familiesForEndpoints(size.endpoints),
  );
}

export async function writeFiles(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

async function main(): Promise<void> {
  const [folder, kind, number] = process.argv.slice(2);
  if (!folder || (kind !== "endpoints" && kind !== "files") || !Number(number)) {
    console.error("usage: write-backend FOLDER endpoints|files NUMBER");
    process.exit(2);
  }
  const files = await backendOfSize(
    kind === "files" ? { files: Number(number) } : { endpoints: Number(number) },
  );
  await writeFiles(folder, files);
  const typeScript = [...files.keys()].filter((path) => path.endsWith(".ts")).length;
  console.log(`${files.size} files, ${typeScript} of them TypeScript, in ${folder}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
