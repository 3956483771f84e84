import type { Answers, Option } from "./answer.js";
import { answersOf } from "./answer.js";
import { parseCommand } from "./parse-command.js";

/** The decisions of a file, or the lines of it that are none. */
export type Decisions =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads `<id> <option>` lines, optionally with `answer` (and `/autobe`) in front; `#` starts a comment line. */
export function parseDecisions(text: string): Decisions {
  const problems: string[] = [];
  const found: { id: string; option: Option }[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (/^\s*(#|$)/.test(line)) return;
    const bare = line.trim().replace(/^\/autobe\s+/i, "");
    const command = parseCommand(/^answer\s/i.test(bare) ? bare : `answer ${bare}`);
    if (command.verb === "answer") found.push({ id: command.id, option: command.option });
    else
      problems.push(`line ${index + 1}: ${command.verb === "invalid" ? command.problem : "not an answer"}`);
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, answers: answersOf(found) };
}
