import type { Verb } from "../change/command.js";

/** In the form that opened the issue, by its label, on a line of a pull request, or in what a review says as a whole. */
export type Place = "form" | "label" | "line" | "review";

/** A line of a pull request that somebody has commented on. */
export interface Spot {
  readonly thread: number;
  readonly path: string;
  /** In the head's file; null where it is a line that is gone. */
  readonly line: number | null;
}

/** One durable run: what a person asked for in one comment, as it was when the comment was delivered. */
export interface Job {
  /** GitHub's delivery id; a redelivery carries the same one, and makes no second job. */
  readonly deliveryId: string;
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly installationId: number;
  readonly issue: number;
  /** Where the command was written, if not in a comment of the thread. */
  readonly place?: Place;
  /** Id of what it was written in, among those of its place; zero for an issue itself. */
  readonly commentId: number;
  /** Only on a line: where it is, and the first comment of its thread, to which answers go. */
  readonly spot?: Spot;
  /** Login of the person who wrote the comment. */
  readonly actor: string;
  /** Verb of the first command of the comment. */
  readonly verb: Verb | "invalid";
  /** The comment, cut to what GitHub allows. */
  readonly text: string;
  /** Title and body of the issue when the comment was delivered; later edits change nothing. */
  readonly title: string;
  readonly body: string;
}

/** What a handler of jobs gets beside the job. */
export interface JobContext {
  /** Id of the job, for logs. */
  readonly id: string;
  /** 1 for the first attempt; more after a crash or a failure of the world. */
  readonly attempt: number;
  /** Nobody tries again after this attempt, so a failure of it has to be told to the person. */
  readonly last: boolean;
  /** Aborted when the lease is lost or the worker has to stop at once. */
  readonly signal: AbortSignal;
  /** To be called before each write to the outside; throws `LeaseLostError` if another worker has taken over. */
  readonly check: () => Promise<void>;
}

export type JobHandler = (job: Job, context: JobContext) => Promise<void>;

/** Durable jobs, at most one at a time per repository, over any number of workers. */
export interface JobQueue {
  /** Stores the job; `known` if its delivery has been stored before. */
  enqueue(job: Job): Promise<"queued" | "known">;
  /** Takes jobs until the worker is stopped. */
  work(handler: JobHandler): Promise<Worker>;
}

export interface Worker {
  /** Resolves when no stored job is waiting or running. */
  idle(): Promise<void>;
  /** Takes no further job and waits for the running one; after the given time that one is aborted and put back. */
  drain(withinMilliseconds?: number): Promise<void>;
}
