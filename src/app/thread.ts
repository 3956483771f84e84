import { type BotIdentity, botLogin } from "../host/github/bot-identity.js";
import { type Comment, listComments, putComment } from "../host/github/comments.js";
import type { GitHubClient } from "../host/github/github-client.js";
import { type Reaction, reactToComment, reactToIssue } from "../host/github/reactions.js";
import type { Job } from "../queue/port.js";
import { printMarker, readMarker, type Signer } from "./marker.js";
import { printRequestMark, readRequestMark, type RequestMark } from "./request-mark.js";

/** The issue or pull request that a command stands on, as the bot talks on it. Every comment of ours is found again. */
export class Thread {
  public readonly signer: Signer;

  public constructor(
    public readonly client: GitHubClient,
    private readonly bot: BotIdentity,
    private readonly job: Job,
    key: string,
  ) {
    this.signer = { scope: `${client.owner}/${client.repo}#${job.issue}`, key };
  }

  /** The bot's comment about a request: one per request, rewritten as it goes on. */
  public async say(mark: RequestMark, text: string): Promise<void> {
    const body = `${printRequestMark(this.signer, mark)}\n${text}`;
    await this.put(body, (old) => readRequestMark(this.signer, old)?.comment === mark.comment);
  }

  /** The one answer to the command of this job. */
  public async reply(text: string): Promise<void> {
    await this.keyed("reply", { comment: this.job.commentId }, text);
  }

  /** Said once in a thread, whoever asks how often. */
  public async once(name: string, text: string): Promise<void> {
    await this.keyed("note", { name }, text);
  }

  public async react(reaction: Reaction): Promise<void> {
    const { place, issue, commentId } = this.job;
    if (place === "form") await reactToIssue(this.client, issue, reaction);
    else await reactToComment(this.client, commentId, reaction);
  }

  public comments(): Promise<Comment[]> {
    return listComments(this.client, this.job.issue);
  }

  /** The newest request of this thread that the bot has said something about. */
  public lastRequest(comments: readonly Comment[]): RequestMark | null {
    return (
      comments
        .filter((comment) => comment.author === botLogin(this.bot))
        .map((comment) => readRequestMark(this.signer, comment.body))
        .findLast((mark) => mark !== null) ?? null
    );
  }

  private async keyed(kind: "reply" | "note", key: object, text: string): Promise<void> {
    const marker = printMarker(this.signer, kind, key);
    const same = JSON.stringify(key);
    await this.put(
      `${marker}\n${text}`,
      (old) => JSON.stringify(readMarker(this.signer, kind, old)) === same,
    );
  }

  private async put(body: string, mine: (old: string) => boolean): Promise<void> {
    await putComment(this.client, this.bot, this.job.issue, body, mine);
  }
}
