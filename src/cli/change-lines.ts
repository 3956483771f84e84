import type { Change } from "../change/change.js";
import { isChangeCommand } from "../change/command.js";
import { nearestForms } from "../change/nearest-forms.js";
import { printChange } from "../change/forms.js";
import { parseComment } from "../change/parse-comment.js";
import { parseCommand } from "../change/parse-command.js";
import { readChanges } from "./read-changes.js";
import { UsageError } from "./usage-error.js";

export const CHANGES_HELP =
  'one or several changes, each in quotes: "remove comments"; or a text, where a model is set up';

export const FILE_HELP = "changes as JSON (`autobe-bot schema` says its form); - reads them from the input";

/** The request of a command: its arguments, or a file of changes. Where texts are read, one may stand in their place. */
export async function requestIn(
  given: readonly string[],
  file: string | undefined,
  input: AsyncIterable<unknown>,
  reads = false,
): Promise<string> {
  if (file === undefined) return isText(given) && reads ? given.join("\n") : requestOf(given);
  if (given.length > 0)
    throw new UsageError("Changes stand in the file of --file, or as arguments: not both");
  return requestOf((await readChanges(file, input)).map(printChange));
}

/** The same, as changes. */
export async function changesIn(
  given: readonly string[],
  file: string | undefined,
  input: AsyncIterable<unknown>,
): Promise<readonly Change[]> {
  const commands = parseComment(await requestIn(given, file, input));
  return commands.filter(isChangeCommand).map(({ change }) => change);
}

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

/** Something is said, and it is no list of changes. */
function isText(given: readonly string[]): boolean {
  const lines = given.flatMap((each) => each.split(/\r\n|\r|\n/)).filter((line) => line.trim() !== "");
  return lines.length > 0 && !lines.every(isChange) && !isChange(lines.join(" "));
}

function isChange(line: string): boolean {
  return isChangeCommand(parseCommand(line));
}

const NO_MODEL =
  "A text in place of changes is read where AUTOBE_MODEL_URL, AUTOBE_MODEL and AUTOBE_MODEL_KEY name a language model.";

function checkChange(line: string): void {
  const command = parseCommand(line);
  if (isChangeCommand(command)) return;
  if (command.verb !== "invalid")
    throw new UsageError(`"${command.verb}" is not a change; a change is written like this: remove comments`);
  const { suggestion, problem } = command;
  const forms = suggestion === "help" ? nearestForms(command.line) : [];
  const near = forms.length > 0 ? forms : suggestion === null ? [] : [suggestion];
  const hint = near.length === 0 ? "" : `; did you mean: ${near.join("; ")}`;
  throw new UsageError(`"${command.line}" is not a change: ${problem}${hint}\n${NO_MODEL}`);
}
