import type { Answers } from "../change/answer.js";
import type { Change } from "../change/change.js";
import { type ChangeCommand, type Command, isChangeCommand } from "../change/command.js";
import { parseCommand } from "../change/parse-command.js";
import { parseComment } from "../change/parse-comment.js";
import { printChange } from "../change/forms.js";
import type { Request } from "./request.js";
import { next, type Step, stop } from "./step.js";

/** What a person asked for, in the change language. */
export interface Asked {
  /** At least one. */
  readonly changes: readonly Change[];
  readonly answers: Answers;
}

/** Step 2: text → changes, by grammar alone. */
export function understand(request: Request): Step<Asked> {
  const comment = parseComment(request.text);
  const commands = comment.length > 0 ? comment : [parseCommand(request.text)];
  const changes: Change[] = [];
  const answers = new Map(request.answers);
  for (const command of commands) {
    if (isChangeCommand(command)) changes.push(command.change);
    else if (command.verb === "answer") answers.set(command.id, command.option);
    else return misunderstood(command);
  }
  if (changes.length === 0) return stop("No change is asked for", "Ask for one, such as: remove comments");
  return next({ changes, answers }, changes.map(printChange).join("; "));
}

function misunderstood(command: Exclude<Command, ChangeCommand | { verb: "answer" }>): Step<Asked> {
  if (command.verb !== "invalid")
    return stop(`"${command.verb}" is not a change`, "Ask for a change, such as: remove comments");
  const remedy = command.suggestion === null ? "Write it whole" : `Did you mean: ${command.suggestion}`;
  return stop(`"${command.line}" cannot be followed: ${command.problem}`, remedy);
}
