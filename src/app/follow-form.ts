import { type IssueFormRead, readIssueForm } from "../change/issue-form/read-issue-form.js";
import type { Comment } from "../host/github/comments.js";
import { accessOfActor, type Desk } from "./desk.js";
import { block, plain } from "./markdown.js";
import { textOf } from "./on-issue-opened.js";
import { mayWrite } from "./rights.js";
import { propose } from "./verbs/propose.js";

/** Follows the form that opened this issue, with the rights and the answers of a command in a comment. */
export async function followForm(desk: Desk, opening: Comment): Promise<void> {
  const { job, thread } = desk;
  const form = readIssueForm(job.text);
  if (form === null) return;
  if (!mayWrite(await accessOfActor(desk))) {
    await thread.once("no-rights", sayNoRights(job.actor, form));
    return thread.react("confused");
  }
  await thread.react("eyes");
  if (!form.ok) {
    await thread.reply(sayProblems(form.problems));
    return thread.react("confused");
  }
  await propose({ ...desk, job: { ...job, text: textOf(form.lines) } }, opening);
}

function sayNoRights(actor: string, form: IssueFormRead): string {
  const lacking = `A change needs write permission on this repository, which **${actor}** has not.`;
  if (!form.ok) return lacking;
  return `${lacking} Somebody who has it can send this as a comment:\n\n${block("text", textOf(form.lines))}`;
}

function sayProblems(problems: readonly string[]): string {
  const list = problems.map((problem) => `- ${plain(problem)}.`).join("\n");
  return (
    `I cannot follow this form, and nothing was done:\n\n${list}\n\n` +
    "Later edits of the issue are not read: open another one, or write the change as a comment here, such as " +
    "`/autobe remove comments`. `/autobe help` lists them all."
  );
}
