import type { Option } from "../../change/answer.js";
import { parseComment } from "../../change/parse-comment.js";
import { nearestOf } from "../../change/nearest.js";
import { accessOf } from "../../host/github/access.js";
import type { Comment } from "../../host/github/comments.js";
import { type Desk, issueOfBranch, type PullThread } from "../desk.js";
import { code } from "../markdown.js";
import type { Job } from "../../queue/port.js";
import type { RequestMark } from "../request-mark.js";
import { mayWrite } from "../rights.js";
import { runExtension } from "../run-extension.js";
import { runRequest } from "../run-request.js";
import { runSync } from "../run-sync.js";

type Given = readonly [id: string, option: Option];

/** Takes up the waiting request of this issue or pull request with what was decided so far. */
export async function answer(desk: Desk, pull: PullThread | null): Promise<void> {
  const { job } = desk;
  const { comments, request } = await findWaiting(desk, pull);
  if (request === null)
    return refuse(desk, `Nothing on this ${pull === null ? "issue" : "pull request"} waits for an answer.`);
  const known = new Set([...request.open, ...request.answers.map(([id]) => id)]);
  const unknown = givenIn(job.text).filter(([id]) => !known.has(id));
  if (unknown.length > 0) return refuse(desk, unknown.map(([id]) => sayUnknown(id, request)).join("\n"));
  const answers = new Map<string, Option>(request.answers);
  for (const [id, option] of await givenSince(desk, request, comments))
    if (known.has(id)) answers.set(id, option);
  for (const [id, option] of givenIn(job.text)) answers.set(id, option);
  const decided = { ...request, answers: [...answers] };
  if (pull === null) await runRequest(desk, decided);
  else await (issueOfBranch(pull.branch) === null ? runSync : runExtension)(desk, pull, decided);
}

interface Waiting {
  readonly request: RequestMark | null;
  /** Among which it is. */
  readonly comments: readonly Comment[];
}

/** The newest request that waits, beside the lines first if that is where the answer is. */
async function findWaiting({ thread, job }: Desk, pull: PullThread | null): Promise<Waiting> {
  const below = (): Promise<Comment[]> => thread.comments();
  const beside = (): Promise<Comment[]> => thread.onLines();
  const lists = pull === null ? [below] : job.place === "line" ? [beside, below] : [below, beside];
  for (const list of lists) {
    const comments = await list();
    const request = thread.lastRequest(comments);
    if (request?.state === "waiting") return { request, comments };
  }
  return { request: null, comments: [] };
}

/**
 * Answers in comments between the question and this one. They are read from the issue and not from the store, each
 * with the rights that its author has now.
 */
async function givenSince(desk: Desk, request: RequestMark, comments: readonly Comment[]): Promise<Given[]> {
  const given: Given[] = [];
  const rights = new Map<string, boolean>();
  for (const comment of comments) {
    if (comment.byBot || !isBetween(comment, request, desk.job)) continue;
    const found = givenIn(comment.body);
    if (found.length === 0) continue;
    const { author } = comment;
    if (!rights.has(author)) rights.set(author, mayWrite(await accessOf(desk.client, author)));
    if (rights.get(author)) given.push(...found);
  }
  return given;
}

/** Ids grow with time among what is written in the same place; what is not of that place is told by its time. */
function isBetween({ id, at }: Comment, request: RequestMark, job: Job): boolean {
  const beside = request.thread !== undefined;
  const asked = request.place === "review" ? (at ?? 0) >= (request.at ?? 0) : id > request.comment;
  const same = beside ? job.place === "line" : job.place === undefined;
  return asked && (!same || id < job.commentId);
}

function givenIn(text: string): Given[] {
  return parseComment(text).flatMap((command) =>
    command.verb === "answer" ? [[command.id, command.option]] : [],
  );
}

function sayUnknown(id: string, request: RequestMark): string {
  const near = nearestOf(id, request.open);
  return `There is no question ${code(id)} here.${near === null ? "" : ` Did you mean ${code(near)}?`}`;
}

async function refuse({ thread }: Desk, text: string): Promise<void> {
  await thread.reply(text);
  await thread.react("confused");
}
