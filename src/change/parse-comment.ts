import type { Command } from "./command.js";
import { parseCommand } from "./parse-command.js";

/** Nobody writes more in one request; what is behind is not read at all, so a huge comment costs nothing. */
export const COMMAND_LIMIT = 200;
const TEXT_LIMIT = 65_536;

/**
 * The commands of a comment: it has to start with `/autobe`, and the lines that follow directly belong to the same
 * request, up to the first blank line. Fenced code and quotes among them are ignored. A comment that does not start
 * that way is none of the bot's business and gives an empty list.
 */
export function parseComment(body: string): readonly Command[] {
  const text = body.slice(0, TEXT_LIMIT).trimStart();
  if (!/^\/autobe(?=\s|$)/i.test(text)) return [];
  return firstParagraph(text).slice(0, COMMAND_LIMIT).map(parseCommand);
}

function firstParagraph(text: string): string[] {
  const lines: string[] = [];
  let fence: string | null = null;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      continue;
    }
    if (line.trim() === "") break;
    if (mark !== undefined) fence = mark;
    else if (!/^ {0,3}>/.test(line)) lines.push(line);
  }
  return lines;
}
