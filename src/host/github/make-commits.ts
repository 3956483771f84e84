import type { Edit } from "../../source/edit.js";
import type { ChangeSet } from "../host.js";
import type { BranchState } from "./read-branch.js";
import type { GitHubClient } from "./github-client.js";
import type { TreeEntry } from "./read-tree.js";
import { committedText } from "../../util/posted-text.js";
import { withTrailers } from "./trailers.js";

export interface MadeCommits {
  /** Head with the wanted tree; the branch's own head if nothing had to be made. */
  readonly head: string;
  readonly made: number;
}

/**
 * One commit per layer on top of what the branch has. The trees are absolute, base plus the edits so far, so the
 * last one is right whatever was on the branch; a layer that changes nothing gets no commit.
 */
export async function makeCommits(
  client: GitHubClient,
  changeSet: ChangeSet,
  base: { readonly tree: string; readonly entries: readonly TreeEntry[] },
  branch: BranchState | null,
): Promise<MadeCommits> {
  const modes = new Map(base.entries.map((entry) => [entry.path, entry.mode]));
  const trees: string[] = [];
  for (const { edits } of changeSet.commits)
    trees.push(await makeTree(client, trees.at(-1) ?? base.tree, edits, modes));
  let parents = firstParents(changeSet.base, branch);
  let head = parents[0] as string;
  if (branch !== null && branch.headTree === trees.at(-1)) return { head: branch.head, made: 0 };
  let tree = branch === null || branch.behindBase ? base.tree : branch.headTree;
  let made = 0;
  for (const [index, { message }] of changeSet.commits.entries()) {
    const next = trees[index] as string;
    if (next === tree) continue;
    const text = withTrailers(committedText(message), [["AutoBE-Base", changeSet.base]]);
    const commit = await client.call("POST /repos/{owner}/{repo}/git/commits", {
      message: text,
      tree: next,
      parents,
    });
    [head, tree, parents] = [commit.sha, next, [commit.sha]];
    made++;
  }
  return { head, made };
}

/** A branch whose base has moved on gets a merge, so that its old commits stay reachable and no push is forced. */
function firstParents(base: string, branch: BranchState | null): string[] {
  if (branch === null || branch.behindBase) return [base];
  return branch.containsBase ? [branch.head] : [branch.head, base];
}

async function makeTree(
  client: GitHubClient,
  baseTree: string,
  edits: readonly Edit[],
  modes: ReadonlyMap<string, string>,
): Promise<string> {
  if (edits.length === 0) return baseTree;
  const tree = edits.map((edit) => ({
    path: edit.path,
    mode: modes.get(edit.path) === "100755" ? ("100755" as const) : ("100644" as const),
    type: "blob" as const,
    ...(edit.after === null ? { sha: null } : { content: edit.after }),
  }));
  return (await client.call("POST /repos/{owner}/{repo}/git/trees", { base_tree: baseTree, tree })).sha;
}
