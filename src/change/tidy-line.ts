/** Longer lines are cut: no name of a backend is anywhere near that long, and a section's text has room. */
const LINE_LIMIT = 2_000;

/** Control, zero-width, bidirectional-control and other characters that a reader of the comment does not see. */
const HIDDEN = /\p{C}/gu;

/** A line as the grammar sees it: cut, without hidden characters, single spaces. */
export function tidyLine(text: string): string {
  return text.slice(0, LINE_LIMIT).replace(/\s+/gu, " ").replace(HIDDEN, "").trim();
}

/** A name as people write it: "`comments`", "“comments”" and "comments." all mean comments. */
export function tidyName(text: string): string {
  return text
    .replace(/[.!,;]+$/u, "")
    .replace(/^(["'`“‘])(.*)["'`”’]$/u, "$2")
    .trim();
}
