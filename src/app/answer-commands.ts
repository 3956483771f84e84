import type { Command } from "../change/command.js";
import { nearestForms } from "../change/nearest-forms.js";
import type { Comment } from "../host/github/comments.js";
import type { Desk } from "./desk.js";
import { code, plain } from "./markdown.js";
import { commandList, helpText, sayNoHelp } from "./sections/commands-block.js";
import { accept } from "./verbs/accept.js";
import { explain } from "./verbs/explain.js";
import type { Reply } from "./verbs/reply.js";
import { status } from "./verbs/status.js";

/** Commands that start no run, answered together in one reply. */
export async function answerCommands(
  desk: Desk,
  commands: readonly Command[],
  comment: Comment,
): Promise<void> {
  const replies: Reply[] = [];
  for (const command of commands) replies.push(await answerOne(desk, command, comment));
  await desk.thread.reply(replies.map((reply) => reply.text).join("\n\n"));
  await desk.thread.react(replies.every((reply) => reply.ok) ? "rocket" : "confused");
}

async function answerOne(desk: Desk, command: Command, comment: Comment): Promise<Reply> {
  switch (command.verb) {
    case "accept":
      return await accept(desk, command.code, comment);
    case "explain":
      return await explain(desk, command.artefact);
    case "status":
      return await status(desk);
    case "help":
      return help(command.topic);
    case "invalid":
      return { ok: false, text: sayInvalid(command) };
    case "add":
    case "change":
    case "expose":
    case "hide":
    case "move":
    case "remove":
    case "rename":
    case "split":
    case "answer":
    case "apply":
    case "sync":
      return {
        ok: false,
        text: `${code(command.verb)} cannot stand behind other commands; send it on its own.`,
      };
  }
}

function help(topic: string | null): Reply {
  if (topic === null) return { ok: true, text: commandList() };
  const text = helpText(topic);
  return text === null ? { ok: false, text: sayNoHelp(topic) } : { ok: true, text };
}

export function sayInvalid(command: Extract<Command, { verb: "invalid" }>): string {
  const { suggestion, line, problem } = command;
  const forms = suggestion === "help" ? nearestForms(line) : [];
  const near = forms.length > 0 ? forms : suggestion === null ? [] : [suggestion];
  const meant =
    near.length === 0 ? "" : ` Did you mean ${near.map((each) => code(`/autobe ${each}`)).join(" or ")}?`;
  return `I cannot follow ${code(line)}: ${plain(problem)}.${meant}`;
}
