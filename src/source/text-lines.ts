import { applySplices, type Splice } from "./edit.js";

/** One line of a text; `end` is behind its line break, `text` is without it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** All lines of a text, whichever line breaks it uses. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n]*(\r\n|\n|\r|$)/g)) {
    if (match[0] === "" && lines.length > 0) continue;
    const end = match.index + match[0].length;
    lines.push({ start: match.index, end, text: match[0].slice(0, match[0].length - match[1]!.length) });
  }
  return lines;
}

export function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.text.trim() === "";
}

/** The text without some of its lines, which are given by index. */
export function textWithout(text: string, lines: readonly Line[], gone: ReadonlySet<number>): string {
  const splices: Splice[] = [];
  for (let from = 0; from < lines.length; from++) {
    if (!gone.has(from)) continue;
    let to = from;
    while (to < lines.length && gone.has(to)) to++;
    splices.push(withoutLines(lines, from, to));
    from = to;
  }
  return applySplices(text, splices);
}

/**
 * Deletes the lines [from, to). At the end of a file the blank lines before them go too, with a rule that would
 * otherwise divide the text from nothing, and the file ends as it ended before.
 */
function withoutLines(lines: readonly Line[], from: number, to: number): Splice {
  const last = lines.at(-1) as Line;
  let first = from;
  if (lines.slice(to).every(isBlank)) {
    while (first > 0 && isBlank(lines[first - 1])) first--;
    if (isRule(lines[first - 1]) && isBlank(lines[first - 2])) first--;
    while (first > 0 && isBlank(lines[first - 1])) first--;
    const tail = lines[to - 1] as Line;
    const before = lines[first - 1];
    if (before === undefined) return { start: 0, end: last.end, text: "" };
    const ended = tail.end - tail.start > tail.text.length;
    return { start: ended ? before.end : before.start + before.text.length, end: last.end, text: "" };
  }
  const start = (lines[first] as Line).start;
  return { start, end: (lines[to] ?? last).start, text: "" };
}

function isRule(line: Line | undefined): boolean {
  return line !== undefined && /^ {0,3}([-*_])(\s*\1){2,}\s*$/.test(line.text);
}
