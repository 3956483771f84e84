import { CommitMessage } from "../commit-message.js";
import type { ChangeSet, Host, PublishResult, ReadResult } from "../host.js";
import type { GitHubHostOptions } from "./github-host.js";
import { makeCommits } from "./make-commits.js";
import { moveBranch } from "./move-branch.js";
import { type PullRequest, updatePullRequest } from "./pull-requests.js";
import { readBranch } from "./read-branch.js";
import { readRepository } from "./read-repository.js";
import { postedText } from "../../util/posted-text.js";

/** An open proposal of ours, from the commit that it starts from. Whatever is published becomes one more commit on it. */
export class GitHubProposal implements Host {
  public readonly repository: string;
  /** Files of the base; known once it was read. */
  public files = 0;

  public constructor(
    private readonly options: GitHubHostOptions,
    private readonly pull: PullRequest,
    private readonly base: string,
    /** What is asked for beside what it holds already. */
    private readonly more: string,
  ) {
    this.repository = `${options.client.owner}/${options.client.repo}`;
  }

  public async read(): Promise<ReadResult> {
    const { client, cache } = this.options;
    const { backend } = await readRepository(client, this.base, cache);
    this.files = backend.files.size;
    return { kind: "backend", backend };
  }

  public async publish({ title, body, commits }: ChangeSet): Promise<PublishResult> {
    const { client, bot, cache } = this.options;
    const { branch } = this.pull;
    const before = await readBranch(client, bot, branch, this.base);
    if (before?.kind === "refused") return before;
    const edits = commits.flatMap((commit) => commit.edits);
    const [first] = commits;
    const message = first === undefined ? "" : withSubject(first.message, `review: ${this.more}`);
    const base = await readRepository(client, this.base, cache);
    const all = {
      branch,
      base: this.base,
      title,
      body,
      commits: [{ layer: "realize" as const, message, edits }],
    };
    const { head } = await makeCommits(client, all, base, before);
    const obstacle = await moveBranch(client, branch, before, head);
    if (obstacle !== null) return obstacle;
    const said = { title: postedText(title, 256), body: postedText(body) };
    const { number, url } = await updatePullRequest(client, this.pull, said);
    return { kind: "proposal", proposal: { branch, commit: head, number, url } };
  }
}

function withSubject(message: string, subject: string): string {
  const said = CommitMessage.parse(message);
  if (said === null) return message;
  return new CommitMessage(said.layer, said.change, said.answers, said.requester, subject).toString();
}
