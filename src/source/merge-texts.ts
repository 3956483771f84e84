import { diff3Merge } from "node-diff3";

/** Two texts that both come from a third one, as one. */
export interface MergedTexts {
  readonly text: string;
  readonly conflicts: readonly TextConflict[];
}

/** Lines that both have changed, each in another way. */
export interface TextConflict {
  /** 1-based, in the merged text. */
  readonly line: number;
  readonly theirs: string;
  readonly others: string;
}

/** Merges line by line. Where both have changed the same lines, theirs stay. */
export function mergeTexts(base: string, theirs: string, others: string): MergedTexts {
  const regions = diff3Merge(linesOf(theirs), linesOf(base), linesOf(others));
  const conflicts: TextConflict[] = [];
  const lines: string[] = [];
  for (const { ok, conflict } of regions) {
    if (conflict !== undefined)
      conflicts.push({
        line: lines.length + 1,
        theirs: conflict.a.join(""),
        others: conflict.b.join(""),
      });
    for (const line of ok ?? conflict?.a ?? []) lines.push(line);
  }
  return { text: lines.join(""), conflicts };
}

/** Each with its line break. */
function linesOf(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}
