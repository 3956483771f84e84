import { isChangeCommand } from "../change/command.js";
import { parseCommand } from "../change/parse-command.js";
import { UsageError } from "./usage-error.js";

/**
 * The request that a command's arguments are, as a comment would say it. Each argument is a change, or several in
 * lines of their own; words of one change that nobody quoted are put together. Anything but changes is wrong usage.
 */
export function requestOf(given: readonly string[]): string {
  const lines = given.flatMap((each) => each.split(/\r\n|\r|\n/)).filter((line) => line.trim() !== "");
  const unquoted = lines.length > 1 && !lines.some(isChange) && isChange(lines.join(" "));
  const changes = unquoted ? [lines.join(" ")] : lines;
  if (changes.length === 0) throw new UsageError(`A change is missing, such as "remove comments"`);
  changes.forEach(checkChange);
  return changes.map((line) => `/autobe ${line.trim().replace(/^\/autobe\s+/i, "")}`).join("\n");
}

function isChange(line: string): boolean {
  return isChangeCommand(parseCommand(line));
}

function checkChange(line: string): void {
  const command = parseCommand(line);
  if (isChangeCommand(command)) return;
  if (command.verb !== "invalid")
    throw new UsageError(`"${command.verb}" is not a change; a change is written like this: remove comments`);
  const hint = command.suggestion === null ? "" : `; did you mean: ${command.suggestion}`;
  throw new UsageError(`"${command.line}" is not a change: ${command.problem}${hint}`);
}
