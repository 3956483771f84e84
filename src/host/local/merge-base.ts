import type { Refused } from "../host.js";
import { tryGit } from "./git.js";

/** Names under which the branch that others go back to is found, best first. */
const USUAL = ["refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master"];
const OWN = ["refs/heads/main", "refs/heads/master"];

/** The commit at which HEAD left a named commit or branch; without a name, the default branch. */
export async function mergeBase(
  folder: string,
  name: string | null,
): Promise<{ readonly kind: "base"; readonly commit: string } | Refused> {
  const wanted = name === null ? await defaultBranch(folder) : await commitOf(folder, name);
  if (wanted === null)
    return {
      kind: "refused",
      reason: name === null ? `${folder} has no default branch` : `There is no commit ${name}`,
      remedy: "Name what to compare with: --base <commit>",
    };
  const found = await tryGit(folder, ["merge-base", wanted, "HEAD"]);
  if (found.code === 0) return { kind: "base", commit: found.stdout.toString().trim() };
  return {
    kind: "refused",
    reason: `HEAD and ${name ?? wanted} have no commit in common`,
    remedy: "Name a commit that HEAD comes from: --base <commit>",
  };
}

async function defaultBranch(folder: string): Promise<string | null> {
  for (const name of [...USUAL, ...OWN]) if ((await commitOf(folder, name)) !== null) return name;
  return null;
}

async function commitOf(folder: string, name: string): Promise<string | null> {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
  const found = await tryGit(folder, args);
  return found.code === 0 ? found.stdout.toString().trim() : null;
}
