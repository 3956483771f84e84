import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { errorCode } from "../../errors/disk-error.js";
import { gitLine, tryGit } from "./git.js";

/** What stands in a folder. Paths of a backend are relative to `prefix` inside the repository. */
export type Checkout =
  | {
      readonly kind: "repository";
      /** The folder as given, absolute. */
      readonly folder: string;
      /** Top folder of the working tree. */
      readonly top: string;
      /** "" at the top, else with a trailing slash. */
      readonly prefix: string;
      readonly head: string;
    }
  /** No repository, or one that does not hold this folder's files. */
  | { readonly kind: "plain"; readonly folder: string }
  | { readonly kind: "missing"; readonly folder: string };

/** Looks at a folder: a git repository, a folder of one, or neither. */
export async function openCheckout(path: string): Promise<Checkout> {
  const folder = resolve(path);
  if (!(await isFolder(folder))) return { kind: "missing", folder };
  const place = await tryGit(folder, ["rev-parse", "--show-toplevel", "--show-prefix"]);
  if (place.code !== 0) return { kind: "plain", folder };
  const [top = folder, prefix = ""] = place.stdout.toString().split("\n");
  const head = await tryGit(folder, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  if (head.code !== 0) return { kind: "plain", folder };
  const commit = head.stdout.toString().trim();
  const held = prefix === "" || (await holds(folder, commit, prefix));
  return held ? { kind: "repository", folder, top, prefix, head: commit } : { kind: "plain", folder };
}

async function holds(folder: string, commit: string, prefix: string): Promise<boolean> {
  const tree = `${commit}:${prefix.slice(0, -1)}`;
  const found = await tryGit(folder, ["rev-parse", "--verify", "--quiet", tree]);
  return found.code === 0 && (await gitLine(folder, ["cat-file", "-t", tree])) === "tree";
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return false;
    throw error;
  }
}
