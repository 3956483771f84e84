import type { Limits } from "../config/repository-config.js";
import type { Edit } from "../source/edit.js";

/** What a set of edits needs more of than is allowed, as a sentence; null if it keeps within the limits. */
export function overLimit(edits: readonly Edit[], limits: Limits): string | null {
  if (edits.length > limits.files)
    return `The change touches ${edits.length} files, and at most ${limits.files} are allowed`;
  const lines = edits.reduce((sum, edit) => sum + changedLines(edit), 0);
  return lines > limits.lines
    ? `The change touches ${lines} lines, and at most ${limits.lines} are allowed`
    : null;
}

/** Lines that one edit adds and removes; a line that only moved is not counted, so no alignment has to be found. */
export function changedLines(edit: Edit): number {
  const balance = new Map<string, number>();
  for (const line of linesOf(edit.before)) balance.set(line, (balance.get(line) ?? 0) - 1);
  for (const line of linesOf(edit.after)) balance.set(line, (balance.get(line) ?? 0) + 1);
  return [...balance.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}

function linesOf(text: string | null): string[] {
  if (text === null || text === "") return [];
  return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
}
