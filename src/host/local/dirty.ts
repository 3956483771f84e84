import { isReadable } from "../../source/readable.js";
import { git } from "./git.js";

/**
 * Files of a checkout that differ from its HEAD in a way that matters: tracked ones that were changed, and new ones
 * that the bot would read. A proposal starts from HEAD and would silently leave them out.
 */
export async function dirtyFiles(folder: string, prefix: string): Promise<string[]> {
  const args = ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all"];
  const status = await git(folder, [...args, "--", ".", ":(exclude,glob)**/node_modules/**"]);
  return status
    .toString()
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => ({ code: line.slice(0, 2), path: line.slice(3 + prefix.length) }))
    .filter((entry) => entry.code !== "??" || isReadable(entry.path))
    .map((entry) => entry.path);
}
