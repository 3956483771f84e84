import { backendOf } from "../../source/make-backend.js";
import { answersIn } from "../answers-in.js";
import { CommitMessage } from "../commit-message.js";
import type { BranchHost, BranchResult, ChangeSet, PublishResult, Refused } from "../host.js";
import { type Checkout, openCheckout } from "./checkout.js";
import { dirtyFiles } from "./dirty.js";
import { git, gitLine, tryGit } from "./git.js";
import { readDisk } from "./local-host.js";
import { mergeBase } from "./merge-base.js";
import { readTree } from "./read-tree.js";
import { writeCommits } from "./write-commits.js";
import { writeWorkingTree } from "./write-working-tree.js";

type Repository = Extract<Checkout, { kind: "repository" }>;

/**
 * The branch that is checked out in a folder. With everything committed, what follows is committed behind it; with
 * edits that are not, it is written beside them and left for the person to commit.
 */
export class LocalBranch implements BranchHost {
  private dirty = false;

  public constructor(
    public readonly repository: string,
    private readonly base: string | null,
  ) {}

  /** Whether edits are not committed yet; known once it was read. */
  public get uncommitted(): boolean {
    return this.dirty;
  }

  public async read(): Promise<BranchResult> {
    const checkout = await openCheckout(this.repository);
    if (checkout.kind !== "repository") return noRepository(checkout);
    const { folder, head } = checkout;
    const base = await mergeBase(folder, this.base);
    if (base.kind === "refused") return base;
    this.dirty = (await dirtyFiles(folder, checkout.prefix)).length > 0;
    const own = await ownCommits(checkout, base.commit);
    const theirs = this.dirty ? await readDisk(folder) : await readCommitted(checkout, head);
    if (theirs.kind === "refused") return theirs;
    return {
      kind: "branch",
      name: await nameOf(folder),
      base: (await readCommitted(checkout, base.commit)).backend,
      theirs: theirs.backend,
      followed: own.last === null ? null : (await readCommitted(checkout, own.last)).backend,
      answers: answersIn(own.messages),
    };
  }

  public async publish(changeSet: ChangeSet): Promise<PublishResult> {
    const checkout = await openCheckout(this.repository);
    if (checkout.kind !== "repository") return noRepository(checkout);
    const written = { branch: changeSet.branch, number: null, url: null };
    if (this.dirty) {
      const edits = changeSet.commits.flatMap((commit) => commit.edits);
      const refused = await writeWorkingTree(checkout.folder, edits);
      return refused ?? { kind: "proposal", proposal: { ...written, commit: checkout.head } };
    }
    if (checkout.head !== changeSet.base) return moved(changeSet.branch);
    const commit = await writeCommits(checkout, changeSet);
    const forward = await tryGit(checkout.top, ["merge", "--ff-only", "--quiet", commit]);
    if (forward.code === 0) return { kind: "proposal", proposal: { ...written, commit } };
    const detail = forward.stderr.trim().split("\n").at(-1) ?? "";
    return {
      kind: "refused",
      reason: `${changeSet.branch} could not be moved: ${detail}`,
      remedy: `The work is kept as commit ${commit}; look at it with: git diff HEAD...${commit.slice(0, 12)}`,
    };
  }
}

/** Commits of ours since the base, and the last one that the branch has not left by a merge. */
async function ownCommits(
  { folder, head }: Repository,
  base: string,
): Promise<{ readonly messages: readonly string[]; readonly last: string | null }> {
  const log = await git(folder, ["log", "--format=%H %P%x00%B%x01", `${base}..${head}`]);
  const messages: string[] = [];
  let last: string | null = null;
  let merged = false;
  for (const entry of log.toString().split("\x01\n")) {
    const [names = "", message = ""] = entry.replace("\x01", "").split("\0");
    const [commit = "", ...parents] = names.split(" ");
    if (CommitMessage.parse(message) !== null) {
      messages.unshift(message);
      if (!merged) last ??= commit;
    }
    merged ||= parents.length > 1;
  }
  return { messages, last };
}

async function readCommitted({ folder, prefix }: Repository, commit: string) {
  const tree = prefix === "" ? commit : `${commit}:${prefix.slice(0, -1)}`;
  return { kind: "backend" as const, backend: backendOf(commit, await readTree(folder, tree)) };
}

async function nameOf(folder: string): Promise<string> {
  const named = await tryGit(folder, ["symbolic-ref", "--short", "--quiet", "HEAD"]);
  return named.code === 0 ? named.stdout.toString().trim() : await gitLine(folder, ["rev-parse", "HEAD"]);
}

function noRepository({ kind, folder }: Exclude<Checkout, Repository>): Refused {
  return {
    kind: "refused",
    reason:
      kind === "missing"
        ? `There is no folder ${folder}`
        : `${folder} is not in a git repository with a commit`,
    remedy: "Name a folder of a repository behind --repo: what differs is read from its history",
  };
}

function moved(branch: string): Refused {
  return {
    kind: "refused",
    reason: `Somebody committed to ${branch} in the meantime, so nothing was written`,
    remedy: "Run it again",
  };
}
