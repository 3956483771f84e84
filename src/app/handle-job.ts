import { parseComment } from "../change/parse-comment.js";
import { type Command, isChangeCommand } from "../change/command.js";
import { LeaseLostError } from "../errors/lease-lost-error.js";
import { WorldError } from "../errors/world-error.js";
import { atLeast } from "../host/github/access.js";
import type { Comment } from "../host/github/comments.js";
import type { Job, JobContext, Spot } from "../queue/port.js";
import { answerCommands, sayInvalid } from "./answer-commands.js";
import {
  accessOfActor,
  type Desk,
  findCommand,
  findPull,
  issueOfBranch,
  openDesk,
  type PullThread,
} from "./desk.js";
import { followForm } from "./follow-form.js";
import { followLabel } from "./follow-label.js";
import { inContext } from "./line-context.js";
import { code } from "./markdown.js";
import { sentence } from "./outcome-comment.js";
import { newRequest } from "./request-mark.js";
import { neededLevel } from "./rights.js";
import { runExtension } from "./run-extension.js";
import { runSync } from "./run-sync.js";
import type { Services } from "./services.js";
import { answer } from "./verbs/answer.js";
import { apply } from "./verbs/apply.js";
import { propose } from "./verbs/propose.js";
import { isFreeText, readFreeText } from "./verbs/read-free-text.js";

/** One command from a comment, from the look at the person's rights to the answer. The door where bugs are caught. */
export async function handleJob(job: Job, context: JobContext, services: Services): Promise<void> {
  const desk = await openDesk(job, context, services);
  try {
    await follow(desk);
  } catch (error) {
    const goesAgain = error instanceof LeaseLostError || context.signal.aborted;
    // A host out of order for a moment is not worth a word; the queue brings the job again.
    if (goesAgain || (error instanceof WorldError && !context.last)) throw error;
    services.log.error({ job: context.id, err: error }, "job failed");
    await desk.thread.reply(sayFailed(error, context.id));
    await desk.thread.react("confused");
  }
}

async function follow(desk: Desk): Promise<void> {
  const { job, thread } = desk;
  const comment = await findCommand(desk);
  if (comment === null || comment.byBot) return;
  if (job.place === "form") return followForm(desk, comment);
  if (job.place === "label") return followLabel(desk, comment);
  const commands = parseComment(job.text);
  const level = await accessOfActor(desk);
  // A text costs what its reading costs.
  const needed = isFreeText(commands, desk) ? "write" : neededLevel(commands);
  if (!atLeast(level, needed)) {
    await thread.once(
      "no-rights",
      `Commands need write permission on this repository, which **${job.actor}** has not.`,
    );
    return thread.react("confused");
  }
  await thread.react("eyes");
  await dispatch(desk, commands, comment);
}

async function dispatch(desk: Desk, commands: readonly Command[], comment: Comment): Promise<void> {
  const { job } = desk;
  const pull = await findPull(desk);
  if (pull?.fromFork) {
    await desk.thread.once("fork", "Commands are not followed on pull requests from forks.");
    return desk.thread.react("confused");
  }
  if (isFreeText(commands, desk)) {
    const isOurs = pull === null || issueOfBranch(pull.branch) !== null;
    return isOurs ? readFreeText(desk, newRequest(job, comment), pull) : refuse(desk, NOT_HERE);
  }
  if (pull !== null && job.spot !== undefined) return dispatchOnLine(desk, pull, job.spot, comment);
  return dispatchAll(desk, pull, commands, comment);
}

/** On a line of our own proposal, what is around may say what a short name leaves out. */
async function dispatchOnLine(desk: Desk, pull: PullThread, spot: Spot, comment: Comment): Promise<void> {
  const { job } = desk;
  const isOurs = issueOfBranch(pull.branch) !== null;
  const said = isOurs ? await inContext(desk, pull, spot) : { ok: true as const, text: job.text };
  if (!said.ok) return refuse(desk, said.question);
  const whole = { ...desk, job: { ...job, text: said.text } };
  return dispatchAll(whole, pull, parseComment(said.text), comment);
}

async function dispatchAll(
  desk: Desk,
  pull: PullThread | null,
  commands: readonly Command[],
  comment: Comment,
): Promise<void> {
  const { job } = desk;
  const [first] = commands;
  if (first === undefined || !isPartOfRequest(first)) return answerCommands(desk, commands, comment);
  const wrong = commands.find((command) => !isPartOfRequest(command));
  if (wrong) return refuse(desk, sayWrong(wrong));
  if (first.verb === "apply") return commands.length > 1 ? refuse(desk, APPLY_ALONE) : apply(desk, pull);
  const isSync = commands.some(({ verb }) => verb === "sync");
  const isChange = commands.some(isChangeCommand);
  if (isSync && isChange) return refuse(desk, SYNC_ALONE);
  if (isSync && pull === null) return refuse(desk, SYNC_WHERE);
  if (pull === null) return isChange ? propose(desk, comment) : answer(desk, null);
  const isOurs = issueOfBranch(pull.branch) !== null;
  if (isChange) return isOurs ? runExtension(desk, pull, newRequest(job, comment)) : refuse(desk, NOT_HERE);
  if (isSync) return isOurs ? refuse(desk, OURS) : runSync(desk, pull, newRequest(job, comment));
  return answer(desk, pull);
}

function isPartOfRequest(command: Command): boolean {
  return isChangeCommand(command) || ["answer", "apply", "sync"].includes(command.verb);
}

const NOT_HERE = `Ask for changes on an issue, or write them into schema and DTOs on this branch and send ${code("/autobe sync")}.`;
const OURS = `This branch is mine: ask for a change here, as on the issue, and it becomes part of this proposal.`;
const APPLY_ALONE = `${code("apply")} stands alone: it carries out the plan above. Nothing was done.`;
const SYNC_ALONE = `${code("sync")} cannot stand in one request with a change: the branch says what changes. Nothing was done.`;
const SYNC_WHERE =
  `${code("sync")} follows what you wrote on a branch: edit the schema or DTOs there, open a pull request, ` +
  "and send the command on it.";

function sayWrong(command: Command): string {
  if (command.verb === "invalid") return `${sayInvalid(command)} Nothing was done.`;
  return `${code(command.verb)} cannot stand in one request with a change; nothing was done.`;
}

async function refuse({ thread }: Desk, text: string): Promise<void> {
  await thread.reply(text);
  await thread.react("confused");
}

function sayFailed(error: unknown, id: string): string {
  if (error instanceof WorldError)
    return `This failed: ${sentence(error.message)}\n\n${sentence(error.remedy)}`;
  return `This failed because of a bug of mine, and it is in the log under the job's id ${code(id)}. Nothing more was done.`;
}
