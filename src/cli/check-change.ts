import { isChangeCommand } from "../change/command.js";
import { parseCommand } from "../change/parse-command.js";
import { UsageError } from "./usage-error.js";

/** Only a change can be planned or applied; everything else is wrong usage, before anything is read. */
export function checkChange(text: string): void {
  const command = parseCommand(text);
  if (isChangeCommand(command)) return;
  if (command.verb !== "invalid")
    throw new UsageError(`"${command.verb}" is not a change; a change is written like this: remove comments`);
  const hint = command.suggestion === null ? "" : `; did you mean: ${command.suggestion}`;
  throw new UsageError(`"${command.line}" is not a change: ${command.problem}${hint}`);
}
