import { rm } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Backend } from "../source/backend.js";
import type { LaidTree } from "./placed-tree.js";
import type { GeneratedClient } from "./prisma/generate-client.js";
import { clientFolder, placeClient } from "./prisma/place-client.js";
import { codeFiles, writeFiles } from "./write-tree.js";

/** Writes what differs, so that the folder holds another state of the backend. Gives the paths of what was touched. */
export async function moveTree(
  laid: LaidTree,
  state: Backend,
  clients: readonly GeneratedClient[],
): Promise<readonly string[]> {
  const { root } = laid;
  const gone = new Map(codeFiles(laid.state).map(({ path, sha }) => [path, sha]));
  const written = codeFiles(state).filter(({ path, sha }) => {
    const before = gone.get(path);
    gone.delete(path);
    return before !== sha;
  });
  for (const path of gone.keys()) await rm(join(root, path));
  await writeFiles(written, root);
  const changed = [...gone.keys(), ...written.map(({ path }) => path)];
  for (const [index, client] of clients.entries()) {
    if (laid.clients[index]?.folder === client.folder) continue;
    const files = await placeClient(client, clientFolder(client, root));
    changed.push(...files.map((file) => relative(root, file)));
  }
  return changed;
}
