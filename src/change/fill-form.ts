import type { Change } from "./change.js";
import { FORMS } from "./forms.js";
import { parseCommand } from "./parse-command.js";
import { printQuoted } from "./quoted.js";
import { isChangeCommand } from "./command.js";
import { type Filled, QUOTED, type Slot } from "./slot.js";
import { tidyLine } from "./tidy-line.js";

/** The change that filled parts say, or what is missing or wrong, a sentence each. */
export type FormFilled =
  | { readonly ok: true; readonly change: Change; readonly line: string }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Puts a line together from what a person filled in, and reads it as if they had written it. */
export function fillForm(kind: Change["kind"], filled: Filled): FormFilled {
  const { verb, slots, usage, example } = FORMS[kind];
  const missing = slots.filter(({ ask, optional }) => optional !== true && !filled.has(ask));
  if (missing.length > 0)
    return { ok: false, problems: missing.map(({ ask }) => `${kind} needs a ${ask}, as in: ${example}`) };
  const line = `${verb} ${slots.map((slot) => partOf(slot, filled)).join("")}`;
  const command = parseCommand(line);
  if (isChangeCommand(command) && command.change.kind === kind)
    return { ok: true, change: command.change, line };
  return { ok: false, problems: [`"${line}" cannot be followed; it is written as: ${usage}`] };
}

function partOf({ ask, lead, tail = "" }: Slot, filled: Filled): string {
  const answer = filled.get(ask);
  if (answer === undefined) return "";
  return `${lead}${QUOTED.includes(ask) ? printQuoted(answer.trim()) : tidyLine(answer)}${tail}`;
}
