import type { Change } from "../../src/change/change.js";
import { isChangeCommand } from "../../src/change/command.js";
import { parseCommand } from "../../src/change/parse-command.js";

/** The change that a line asks for. */
export function changeOf(line: string): Change {
  const command = parseCommand(line);
  if (!isChangeCommand(command)) throw new Error(`${line} is no change`);
  return command.change;
}
