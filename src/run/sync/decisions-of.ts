import type { Answers } from "../../change/answer.js";
import { parseComment } from "../../change/parse-comment.js";
import type { Request } from "../request.js";
import { next, type Step, stop } from "../step.js";

/** What was decided: in earlier runs, in later comments, and in the lines behind the command; the last word counts. */
export function decisionsOf(request: Request, earlier: Answers): Step<Answers> {
  const answers = new Map([...earlier, ...request.answers]);
  for (const command of parseComment(request.text)) {
    if (command.verb === "answer") answers.set(command.id, command.option);
    else if (command.verb !== "sync")
      return stop(
        `"${command.verb === "invalid" ? command.line : command.verb}" cannot stand in one request with sync`,
        "Write changes into the branch, or ask for them on an issue",
      );
  }
  return next(answers, answers.size === 0 ? "no decisions" : `${answers.size} decisions`);
}
