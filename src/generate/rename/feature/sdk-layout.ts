import { formatCode } from "../../create/text/format-code.js";

const WIDTH = 80;
const STRUCTURES = /(?:import type \{ \w+ \} from "(?:\.\.\/)+structures\/[^"]+";\n)+/;

/** The generator sorts what it imports and breaks lines by their width; a file that it wrote goes on looking so. */
export function layOutSdk(before: string, after: string): string {
  if (before.includes("\r\n")) return after;
  const sorted = inOrder(before) ? after.replace(STRUCTURES, sortedLines) : after;
  return formatCode(before, WIDTH).trimEnd() === before.trimEnd()
    ? `${formatCode(sorted, WIDTH).trimEnd()}${/\s*$/.exec(before)?.[0] ?? ""}`
    : sorted;
}

function inOrder(text: string): boolean {
  const lines = STRUCTURES.exec(text)?.[0];
  return lines !== undefined && sortedLines(lines) === lines;
}

function sortedLines(lines: string): string {
  const all = lines.trimEnd().split("\n");
  return `${[...all].sort((a, b) => (moduleOf(a) < moduleOf(b) ? -1 : 1)).join("\n")}\n`;
}

function moduleOf(line: string): string {
  return /from "([^"]+)"/.exec(line)?.[1] ?? line;
}
