import typia from "typia";
import type { Answers, Option } from "../change/answer.js";
import type { Comment } from "../host/github/comments.js";
import type { Cost } from "../run/report.js";
import type { Job, Place } from "../queue/port.js";
import { printMarker, readMarker, type Signer } from "./marker.js";

/**
 * State of one request, inside of the bot's comment about it. With it a waiting request can be taken up again from
 * the issue alone; the store is only a cache.
 */
export interface RequestMark {
  /** Comment that asked. */
  readonly comment: number;
  /** Where that is, if not in the thread itself. */
  readonly place?: Place;
  /** First comment on the line that it is about, to which answers go. */
  readonly thread?: number;
  readonly by: string;
  readonly byId: number;
  /** When; whatever carries a time in its name has the same one in every run. */
  readonly at?: number | null;
  /** The command as it was when it was delivered. */
  readonly text: string;
  /** Planned means that a text was read, and that a person decides about what it came to. */
  readonly state: "waiting" | "planned" | "ended";
  /** What the text came to. */
  readonly plan?: PlannedCommands;
  /** Ids of questions and of their places that may be answered. */
  readonly open: readonly string[];
  readonly answers: readonly (readonly [id: string, option: Option])[];
}

/** Commands that a model read in a text, and what they were planned on. */
export interface PlannedCommands {
  readonly text: string;
  /** First line of what they were read in. */
  readonly subject: string;
  /** Commit of the backend. */
  readonly base: string;
  /** Hash of what the repository says about the bot. */
  readonly config: string;
  /** What reading it took. */
  readonly cost: Cost;
}

/** The mark of a command that nothing has been said about yet. */
export function newRequest(job: Job, command: Pick<Comment, "authorId" | "at">): RequestMark {
  return {
    comment: job.commentId,
    ...(job.place === undefined ? {} : { place: job.place }),
    ...(job.spot === undefined ? {} : { thread: job.spot.thread }),
    by: job.actor,
    byId: command.authorId,
    at: command.at,
    text: job.text,
    state: "waiting",
    open: [],
    answers: [],
  };
}

export function printRequestMark(signer: Signer, mark: RequestMark): string {
  return printMarker(signer, "request", mark);
}

export function readRequestMark(signer: Signer, text: string): RequestMark | null {
  const mark = readMarker(signer, "request", text);
  return typia.is<RequestMark>(mark) ? mark : null;
}

export function answersOfMark(mark: RequestMark): Answers {
  return new Map(mark.answers);
}
