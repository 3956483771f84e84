import type { Change } from "../change/change.js";
import { type InvalidCommand, isChangeCommand } from "../change/command.js";
import { nearestForms } from "../change/nearest-forms.js";
import { parseCommand } from "../change/parse-command.js";
import { parseComment } from "../change/parse-comment.js";
import { printChange } from "../change/forms.js";
import type { CallRecord } from "../model/loop/call-record.js";
import type { Asked } from "./asked.js";
import type { Ports } from "./ports.js";
import type { Base } from "./read-backend.js";
import { readText } from "./read-text.js";
import type { Request } from "./request.js";
import { next, type Step, stop } from "./step.js";

/** Step 2: text → changes, by grammar. What the grammar does not take is read by a model, if there is one. */
export async function understand(
  request: Request,
  base: Base,
  ports: Pick<Ports, "lendModel" | "planChange" | "now">,
  calls: CallRecord[],
): Promise<Step<Asked>> {
  const read = readCommands(request);
  const lendModel = base.config.model.enabled ? ports.lendModel : null;
  if (read.kind !== "free-text") return read;
  return lendModel
    ? await readText(request.text, base, { ...ports, lendModel }, calls)
    : withoutModel(read.command);
}

/** What the grammar makes of a request. */
export function readCommands(request: Pick<Request, "text" | "answers">): Step<Asked> | FreeText {
  const comment = parseComment(request.text);
  const commands = comment.length > 0 ? comment : [parseCommand(request.text)];
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

/** A line that is no command. */
interface FreeText {
  readonly kind: "free-text";
  readonly command: InvalidCommand;
}

function withoutModel({ line, problem, suggestion }: InvalidCommand): Step<Asked> {
  const near = suggestion === null || suggestion === "help" ? nearestForms(line) : [suggestion];
  const remedy = near.length === 0 ? "Write it whole" : `Did you mean: ${near.join("; ")}`;
  return stop(`"${line}" cannot be followed: ${problem}`, remedy);
}
