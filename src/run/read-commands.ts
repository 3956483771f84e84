import type { Change } from "../change/change.js";
import { type InvalidCommand, isChangeCommand } from "../change/command.js";
import { printChange } from "../change/forms.js";
import { parseCommand } from "../change/parse-command.js";
import { parseComment } from "../change/parse-comment.js";
import type { Asked } from "./asked.js";
import type { Request } from "./request.js";
import { next, type Step, stop } from "./step.js";

/** A line that is no command. */
export interface FreeText {
  readonly kind: "free-text";
  readonly command: InvalidCommand;
}

/** What the grammar makes of a request. */
export function readCommands(request: Pick<Request, "text" | "answers">): Step<Asked> | FreeText {
  const comment = parseComment(request.text);
  const commands = comment.length > 0 ? comment : [parseCommand(request.text)];
  const [first] = commands;
  // Nobody writes a command over several lines, so what looks like one at the start is prose.
  if (comment.length === 0 && first !== undefined && request.text.includes("\n"))
    return { kind: "free-text", command: { verb: "invalid", line: firstLine(request.text), ...PROSE } };
  const changes: Change[] = [];
  const answers = new Map(request.answers);
  for (const command of commands) {
    if (isChangeCommand(command)) changes.push(command.change);
    else if (command.verb === "answer") answers.set(command.id, command.option);
    else if (command.verb === "invalid") return { kind: "free-text", command };
    else return stop(`"${command.verb}" is not a change`, "Ask for a change, such as: remove comments");
  }
  if (changes.length === 0) return stop("No change is asked for", "Ask for one, such as: remove comments");
  return next({ changes, answers }, changes.map(printChange).join("; "));
}

const PROSE = { problem: "it is no command but prose", suggestion: null };

function firstLine(text: string): string {
  return (text.trim().split("\n")[0] ?? "").slice(0, 200);
}
