import { isChangeCommand } from "../../../src/change/command.js";
import { parseCommand } from "../../../src/change/parse-command.js";
import { timedPlan } from "./timed-plan.js";

/** A change whose size grows with the backend: wherever a row is made, who made it is written down. */
const LINE = "add field created_by: member? to * where stance = primary";

export function planAuthors(folder: string): Promise<Record<string, number>> {
  const command = parseCommand(LINE);
  if (!isChangeCommand(command)) throw new Error(`${LINE} is no change`);
  return Promise.resolve(timedPlan(folder, command.change));
}
