import { WorldError } from "../../errors/world-error.js";
import type { Backend } from "../../source/backend.js";
import { backendOf } from "../../source/make-backend.js";
import { openCheckout } from "./checkout.js";
import { tryGit } from "./git.js";
import { readTree } from "./read-tree.js";

/** The backend of a folder as it was at a commit, named in any way that git understands. */
export async function readCommit(path: string, name: string): Promise<Backend> {
  const checkout = await openCheckout(path);
  const found = await tryGit(path, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${name}^{commit}`,
  ]);
  if (checkout.kind !== "repository" || found.code !== 0)
    throw new WorldError("host", path, `there is no commit ${name}`, "Name a commit of that repository");
  const commit = found.stdout.toString().trim();
  const tree = checkout.prefix === "" ? commit : `${commit}:${checkout.prefix.slice(0, -1)}`;
  return backendOf(commit, await readTree(checkout.folder, tree));
}
