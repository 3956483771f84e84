import { CommitMessage } from "../commit-message.js";
import { answersIn } from "../answers-in.js";
import type { BranchHost, BranchResult, ChangeSet, PublishResult, Refused } from "../host.js";
import { isOurs } from "./bot-identity.js";
import type { GitHubHostOptions } from "./github-host.js";
import { makeCommits } from "./make-commits.js";
import { moveBranch } from "./move-branch.js";
import type { PullRequest } from "./pull-requests.js";
import { type Reading, readRepository } from "./read-repository.js";

/** The branch of a person's pull request. */
export class GitHubBranch implements BranchHost {
  public readonly repository: string;
  private head: Reading | null = null;

  public constructor(
    private readonly options: GitHubHostOptions,
    private readonly pull: Pick<PullRequest, "number" | "url" | "branch" | "base">,
  ) {
    this.repository = `${options.client.owner}/${options.client.repo}`;
  }

  public async read(): Promise<BranchResult> {
    const { client, cache } = this.options;
    const { branch } = this.pull;
    const [head, target] = [await this.headOf(branch), await this.headOf(this.pull.base)];
    if (head === null) return gone(branch);
    if (target === null) return gone(this.pull.base);
    const state = await client.find("GET /repos/{owner}/{repo}/branches/{branch}", { branch });
    if (state?.protected === true) return isProtected(branch);
    const compared = await client.find("GET /repos/{owner}/{repo}/compare/{basehead}", {
      basehead: `${target}...${head}`,
    });
    if (compared === null) return unrelated(branch, this.pull.base);
    this.head = await readRepository(client, head, cache);
    const { commits } = compared;
    const last = commits.findLastIndex(({ commit }) => this.isOwn(commit));
    // Behind a merge the branch starts from another base.
    const merged = commits.slice(last + 1).some(({ parents }) => parents.length > 1);
    const followed = merged ? undefined : commits[last]?.sha;
    return {
      kind: "branch",
      name: branch,
      base: (await readRepository(client, compared.merge_base_commit.sha, cache)).backend,
      theirs: this.head.backend,
      followed: followed === undefined ? null : (await readRepository(client, followed, cache)).backend,
      answers: answersIn(commits.flatMap(({ commit }) => (this.isOwn(commit) ? commit.message : []))),
    };
  }

  /** Commits behind the head that was read. Whoever pushed in between keeps what they pushed. */
  public async publish(changeSet: ChangeSet): Promise<PublishResult> {
    const { client } = this.options;
    const { branch, number, url } = this.pull;
    const read = this.head;
    if (read?.backend.commit !== changeSet.base)
      throw new Error(`${branch} was not read at ${changeSet.base}`);
    const before = {
      kind: "branch",
      head: changeSet.base,
      headTree: read.tree,
      containsBase: true,
      behindBase: false,
    } as const;
    const { head } = await makeCommits(client, changeSet, read, before);
    // A branch that was set back could be moved forward without force; what was taken out of it would come back.
    if ((await this.headOf(branch)) !== changeSet.base) return moved(branch);
    const obstacle = await moveBranch(client, branch, before, head);
    return obstacle ?? { kind: "proposal", proposal: { branch, commit: head, number, url } };
  }

  private async headOf(branch: string): Promise<string | null> {
    const { client } = this.options;
    const ref = await client.find("GET /repos/{owner}/{repo}/git/ref/{ref}", { ref: `heads/${branch}` });
    return ref?.object.sha ?? null;
  }

  /** Only our own commits say what was decided; anybody can write such a trailer. */
  private isOwn(commit: Parameters<typeof isOurs>[1]): boolean {
    return isOurs(this.options.bot, commit) && CommitMessage.parse(commit.message) !== null;
  }
}

function gone(branch: string): Refused {
  return {
    kind: "refused",
    reason: `There is no branch ${branch} any more`,
    remedy: "Restore the branch, then send the command again",
  };
}

function isProtected(branch: string): Refused {
  return {
    kind: "refused",
    reason: `The branch ${branch} is protected, so nothing is committed on it`,
    remedy:
      "Make the edits on a branch of their own, open a pull request from it, and send the command there",
  };
}

function unrelated(branch: string, base: string): Refused {
  return {
    kind: "refused",
    reason: `${branch} and ${base} have no commit in common`,
    remedy: `Start a branch from ${base}`,
  };
}

function moved(branch: string): Refused {
  return {
    kind: "refused",
    reason: `Somebody else wrote to the branch ${branch} in the meantime, so nothing was pushed`,
    remedy: "Look at the branch, then send the command again",
  };
}
