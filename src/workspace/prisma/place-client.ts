import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { GeneratedClient } from "./generate-client.js";

/** Where the tree's imports look for a client. */
export function clientFolder({ output }: GeneratedClient, root: string): string {
  return join(root, output ?? ".prisma-client");
}

/** `@prisma/client` finds its own client through path mappings. */
export function clientPaths(
  clients: readonly GeneratedClient[],
  root: string,
): Readonly<Record<string, readonly string[]>> {
  const paths: Record<string, readonly string[]> = {};
  for (const client of clients) {
    if (client.output !== null) continue;
    const folder = clientFolder(client, root);
    paths[".prisma/client"] = [join(folder, "index.d.ts")];
    paths[".prisma/client/*"] = [join(folder, "*")];
  }
  return paths;
}

/** Makes a folder hold a client and nothing else. Gives the files that were written or deleted for it. */
export async function placeClient(client: GeneratedClient, target: string): Promise<readonly string[]> {
  const [wanted, standing] = await Promise.all([client.folder, target].map(filesBelow));
  const changed: string[] = [];
  for (const name of standing ?? []) {
    if (wanted?.has(name) === true) continue;
    await rm(join(target, name));
    changed.push(join(target, name));
  }
  for (const name of wanted ?? []) {
    const content = await readFile(join(client.folder, name));
    const path = join(target, name);
    if (standing?.has(name) === true && content.equals(await readFile(path))) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    changed.push(path);
  }
  return changed;
}

async function filesBelow(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => !entry.isDirectory());
  return new Set(files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)));
}
