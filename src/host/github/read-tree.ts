import { GitHubError } from "../../errors/github-error.js";
import type { GitHubClient } from "./github-client.js";

export interface TreeEntry {
  readonly path: string;
  readonly sha: string;
  /** "100644" file, "100755" executable, "120000" symbolic link. */
  readonly mode: string;
  readonly size: number;
}

const MAX_ENTRIES = 50_000;

/** Every blob of a tree. Where GitHub cuts the recursive answer, the folders are asked one by one. */
export async function readTree(client: GitHubClient, treeSha: string): Promise<TreeEntry[]> {
  const entries: TreeEntry[] = [];
  const folders: { sha: string; prefix: string }[] = [];
  const whole = await fetchTree(client, treeSha, true);
  if (!whole.truncated) collect(whole.tree, "", entries, null);
  else folders.push({ sha: treeSha, prefix: "" });
  for (let next = folders.pop(); next; next = folders.pop()) {
    const part = await fetchTree(client, next.sha, false);
    collect(part.tree, next.prefix, entries, folders);
    if (entries.length > MAX_ENTRIES)
      throw new GitHubError(
        `${client.owner}/${client.repo}`,
        `it has more than ${MAX_ENTRIES} files`,
        "Give the backend a repository of its own",
        null,
      );
  }
  return entries;
}

function fetchTree(client: GitHubClient, sha: string, recursive: boolean) {
  const parameters = recursive ? { tree_sha: sha, recursive: "1" } : { tree_sha: sha };
  return client.call("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", parameters);
}

type RawEntry = Awaited<ReturnType<typeof fetchTree>>["tree"][number];

function collect(
  tree: readonly RawEntry[],
  prefix: string,
  entries: TreeEntry[],
  folders: { sha: string; prefix: string }[] | null,
): void {
  for (const entry of tree) {
    const path = prefix + entry.path;
    if (entry.type === "blob")
      entries.push({ path, sha: entry.sha, mode: entry.mode, size: entry.size ?? 0 });
    else if (entry.type === "tree") folders?.push({ sha: entry.sha, prefix: `${path}/` });
  }
}
