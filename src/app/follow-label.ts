import { nearestForms } from "../change/nearest-forms.js";
import type { Comment } from "../host/github/comments.js";
import { accessOfActor, type Desk } from "./desk.js";
import { code } from "./markdown.js";
import { newRequest } from "./request-mark.js";
import { mayWrite } from "./rights.js";
import { readFreeText } from "./verbs/read-free-text.js";

/** Answers an issue that was given the bot's label with a plan of what it says. */
export async function followLabel(desk: Desk, opening: Comment): Promise<void> {
  const { job, thread, services } = desk;
  if (!mayWrite(await accessOfActor(desk))) {
    await thread.once(
      "no-rights",
      `A plan needs write permission on this repository, which **${job.actor}** has not.`,
    );
    return thread.react("confused");
  }
  await thread.react("eyes");
  if (services.workshop.lendModel) return readFreeText(desk, newRequest(job, opening), null);
  await thread.reply(sayNoModel(job.text));
  await thread.react("confused");
}

function sayNoModel(text: string): string {
  const near = nearestForms(text);
  const meant =
    near.length === 0 ? "" : ` Near to this are ${near.map((each) => code(`/autobe ${each}`)).join(", ")}.`;
  return (
    "No language model is set up here, so I cannot read what this issue says. " +
    `What can be derived needs none: write it as a command.${meant} ${code("/autobe help")} lists them all.`
  );
}
