/** One file's new text. `before` is null for a file that is created, `after` for one that is deleted. */
export interface Edit {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A replacement of the half-open character range [start, end) inside one text. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A half-open character range [start, end). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Applies splices that refer to the original text. They may come in any order and may nest: a splice that
 * lies inside a deleted range is swallowed by it, and deletions that overlap are one. A replacement that overlaps
 * another splice in part is a programming error.
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const sorted = [...splices].sort((a, b) => a.start - b.start || b.end - a.end);
  let result = "";
  let cursor = 0;
  for (const splice of sorted) {
    if (splice.end <= cursor && splice.start < cursor) continue;
    if (splice.start < cursor) {
      if (splice.text !== "") throw new Error(`Overlapping splices at ${splice.start}`);
      cursor = Math.max(cursor, splice.end);
      continue;
    }
    result += text.slice(cursor, splice.start) + splice.text;
    cursor = splice.end;
  }
  return result + text.slice(cursor);
}
