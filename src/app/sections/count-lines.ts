import { diffLines } from "diff";
import type { Edit } from "../../source/edit.js";

export interface LineCount {
  readonly added: number;
  readonly removed: number;
}

/** Lines that an edit adds and removes, as a pull request counts them. */
export function countLines(edit: Edit): LineCount {
  if (edit.before === null) return { added: lines(edit.after ?? ""), removed: 0 };
  if (edit.after === null) return { added: 0, removed: lines(edit.before) };
  let added = 0;
  let removed = 0;
  for (const part of diffLines(edit.before, edit.after)) {
    if (part.added) added += part.count;
    if (part.removed) removed += part.count;
  }
  return { added, removed };
}

/** Lines that an edit puts in, by their numbers in the new text: "3–8, 12". */
export function addedLines({ before, after }: Edit): string {
  const ranges: string[] = [];
  let line = 1;
  for (const part of diffLines(before ?? "", after ?? "")) {
    if (part.added) ranges.push(part.count === 1 ? `${line}` : `${line}–${line + part.count - 1}`);
    if (!part.removed) line += part.count;
  }
  return ranges.join(", ");
}

function lines(text: string): number {
  return text === "" ? 0 : text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}
