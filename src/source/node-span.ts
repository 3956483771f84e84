import { ts } from "ts-morph";
import type { Span } from "./edit.js";

/** A node's span in whole lines where it has lines of its own: leading comments and a trailing one on its line included. */
export function nodeSpan(node: ts.Node): Span {
  const text = node.getSourceFile().text;
  const first = leadingComments(node)[0]?.pos ?? node.getStart();
  const line = text.lastIndexOf("\n", first - 1) + 1;
  const start = text.slice(line, first).trim() === "" ? line : first;
  // Type aliases and properties own their semicolon already; what follows on the line may be a comment on them.
  const end = ts.getTrailingCommentRanges(text, node.end)?.at(-1)?.end ?? node.end;
  return { start, end: text.slice(node.end, end).includes("\n") ? node.end : end };
}

/** The line that a node begins in, from 1. */
export function lineOf(node: ts.Node): number {
  return node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

/** Text of the comments that stand directly above a node. */
export function leadingText(node: ts.Node): string {
  const text = node.getSourceFile().text;
  return leadingComments(node)
    .map((range) => text.slice(range.pos, range.end))
    .join("\n");
}

/** Comments above a node with no blank line in between. */
function leadingComments(node: ts.Node): readonly ts.CommentRange[] {
  const text = node.getSourceFile().text;
  const found: ts.CommentRange[] = [];
  let below = node.getStart();
  for (const range of [...(ts.getLeadingCommentRanges(text, node.pos) ?? [])].reverse()) {
    if (/\n[^\S\n]*\r?\n/.test(text.slice(range.end, below))) break;
    found.unshift(range);
    below = range.pos;
  }
  return found;
}
