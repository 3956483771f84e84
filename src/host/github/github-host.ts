import type { ChangeSet, Host, PublishResult, ReadResult } from "../host.js";
import type { BlobCache } from "./blob-cache.js";
import type { BotIdentity } from "./bot-identity.js";
import type { GitHubClient } from "./github-client.js";
import { makeCommits } from "./make-commits.js";
import { moveBranch } from "./move-branch.js";
import { putPullRequest } from "./pull-requests.js";
import { readBranch } from "./read-branch.js";
import { type Reading, readRepository } from "./read-repository.js";

export interface GitHubHostOptions {
  readonly client: GitHubClient;
  readonly cache: BlobCache;
  readonly bot: BotIdentity;
}

/** A repository on GitHub. Proposals start from the head of the default branch. */
export class GitHubHost implements Host {
  public readonly repository: string;
  private readonly readings = new Map<string, Reading>();
  private branch: string | null = null;

  public constructor(private readonly options: GitHubHostOptions) {
    this.repository = `${options.client.owner}/${options.client.repo}`;
  }

  public async read(): Promise<ReadResult> {
    const branch = await this.defaultBranch();
    const ref = await this.options.client.find("GET /repos/{owner}/{repo}/git/ref/{ref}", {
      ref: `heads/${branch}`,
    });
    if (ref !== null) return { kind: "backend", backend: (await this.reading(ref.object.sha)).backend };
    const reason = `${this.repository} has no commit on ${branch}`;
    return { kind: "refused", reason, remedy: "Push the backend to its default branch first" };
  }

  public async publish(changeSet: ChangeSet): Promise<PublishResult> {
    const { client, bot } = this.options;
    const base = await this.reading(changeSet.base);
    const before = await readBranch(client, bot, changeSet.branch, changeSet.base);
    if (before?.kind === "refused") return before;
    const { head } = await makeCommits(client, changeSet, base, before);
    const obstacle = await moveBranch(client, changeSet.branch, before, head);
    if (obstacle !== null) return obstacle;
    const { number, url } = await putPullRequest(client, changeSet, await this.defaultBranch());
    return { kind: "proposal", proposal: { branch: changeSet.branch, commit: head, number, url } };
  }

  private async reading(commit: string): Promise<Reading> {
    const known = this.readings.get(commit);
    if (known) return known;
    const reading = await readRepository(this.options.client, commit, this.options.cache);
    this.readings.set(commit, reading);
    return reading;
  }

  private async defaultBranch(): Promise<string> {
    this.branch ??= (await this.options.client.call("GET /repos/{owner}/{repo}", {})).default_branch;
    return this.branch;
  }
}
