import { type BotIdentity, botLogin } from "../host/github/bot-identity.js";
import { type Comment, listComments, putComment } from "../host/github/comments.js";
import type { GitHubClient } from "../host/github/github-client.js";
import { type Reaction, reactToComment, reactToIssue, reactToLine } from "../host/github/reactions.js";
import { listReviewComments, putReply } from "../host/github/review-comments.js";
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
    const mine = (old: string): boolean => {
      const found = readRequestMark(this.signer, old);
      return found?.comment === mark.comment && found.place === mark.place;
    };
    await this.put(mark.thread, body, mine);
  }

  /** The one answer to the command of this job. */
  public async reply(text: string): Promise<void> {
    const { commentId, place } = this.job;
    await this.keyed("reply", { comment: commentId, ...(place === undefined ? {} : { place }) }, text);
  }

  /** Said once in a thread, whoever asks how often. */
  public async once(name: string, text: string): Promise<void> {
    await this.keyed("note", { name }, text);
  }

  public async react(reaction: Reaction): Promise<void> {
    const { place, issue, commentId } = this.job;
    if (place === "form" || place === "label") await reactToIssue(this.client, issue, reaction);
    else if (place === "line") await reactToLine(this.client, commentId, reaction);
    // GitHub has no reactions to what a review says as a whole.
    else if (place === undefined) await reactToComment(this.client, commentId, reaction);
  }

  public comments(): Promise<Comment[]> {
    return listComments(this.client, this.job.issue);
  }

  /** Comments on lines; none outside of a pull request. */
  public onLines(): Promise<Comment[]> {
    return listReviewComments(this.client, this.job.issue);
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
      this.job.spot?.thread,
      `${marker}\n${text}`,
      (old) => JSON.stringify(readMarker(this.signer, kind, old)) === same,
    );
  }

  /** Beside the line that it is about, if it is about one. */
  private async put(thread: number | undefined, body: string, mine: (old: string) => boolean): Promise<void> {
    const { client, bot } = this;
    const { issue } = this.job;
    if (thread === undefined) await putComment(client, bot, issue, body, mine);
    else await putReply(client, bot, { pull: issue, thread }, body, mine);
  }
}
