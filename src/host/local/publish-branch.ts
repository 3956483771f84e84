import { CommitMessage } from "../commit-message.js";
import type { ChangeSet, PublishResult, Refused } from "../host.js";
import type { Checkout } from "./checkout.js";
import { git, gitLine, tryGit } from "./git.js";
import { writeCommits } from "./write-commits.js";

type Repository = Extract<Checkout, { kind: "repository" }>;

const NO_COMMIT = "0".repeat(40);

/** Makes the branch hold exactly this change set. A branch that already does is left alone, commits included. */
export async function publishBranch(repository: Repository, changeSet: ChangeSet): Promise<PublishResult> {
  const { branch, base } = changeSet;
  const old = await headOf(repository.top, branch);
  const obstacle = await findObstacle(repository.top, branch, base, old);
  if (obstacle !== null) return obstacle;
  const commit = await writeCommits(repository, changeSet);
  if (commit === base) return refused(`The edits change nothing in ${base}`, "Nothing has to be done");
  if (old !== null && (await sameProposal(repository.top, base, old, commit))) return proposal(branch, old);
  const args = ["update-ref", "-m", "autobe-bot", `refs/heads/${branch}`, commit, old ?? NO_COMMIT];
  const update = await tryGit(repository.top, args);
  if (update.code === 0) return proposal(branch, commit);
  return refused(
    `The branch ${branch} could not be moved: ${update.stderr.trim()}`,
    "Look at the branch and run it again",
  );
}

async function headOf(folder: string, branch: string): Promise<string | null> {
  const found = await tryGit(folder, ["rev-parse", "--verify", "--quiet", `refs/heads/${branch}^{commit}`]);
  return found.code === 0 ? found.stdout.toString().trim() : null;
}

async function findObstacle(
  folder: string,
  branch: string,
  base: string,
  old: string | null,
): Promise<Refused | null> {
  if (old === null) return null;
  const worktrees = (await git(folder, ["worktree", "list", "--porcelain"])).toString().split("\n");
  if (worktrees.includes(`branch refs/heads/${branch}`))
    return refused(
      `The branch ${branch} is checked out`,
      "Check out the branch that the change should start from",
    );
  const foreign = await foreignCommit(folder, base, old);
  if (foreign === null) return null;
  return refused(
    `The branch ${branch} holds a commit that is not the bot's: ${foreign}`,
    `Merge the branch, or rename it with \`git branch -m ${branch} <name>\`, and run it again`,
  );
}

/** A person's commit on the branch: it wins, and the branch is not moved over it. */
async function foreignCommit(folder: string, base: string, head: string): Promise<string | null> {
  const log = await git(folder, ["log", "--format=%h %s%x00%B%x01", `${base}..${head}`]);
  for (const entry of log.toString().split("\x01\n")) {
    const [title = "", message = ""] = entry.replace("\x01", "").split("\0");
    if (title !== "" && CommitMessage.parse(message) === null) return title;
  }
  return null;
}

/** Same base and the same trees in the same order: the times in the commits are all that differs. */
async function sameProposal(folder: string, base: string, a: string, b: string): Promise<boolean> {
  const shape = async (head: string): Promise<string> =>
    await gitLine(folder, ["log", "--format=%T%x00%B", `${base}..${head}`]);
  const start = await tryGit(folder, ["merge-base", "--is-ancestor", base, a]);
  return start.code === 0 && (await shape(a)) === (await shape(b));
}

function proposal(branch: string, commit: string): PublishResult {
  return { kind: "proposal", proposal: { branch, commit, number: null, url: null } };
}

function refused(reason: string, remedy: string): Refused {
  return { kind: "refused", reason, remedy };
}
