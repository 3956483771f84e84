import { lineAt } from "../../errors/spec-error.js";
import { type Known, textOf } from "../../generate/create/known.js";
import type { Span } from "../../source/edit.js";

/** "prisma/schema/main.prisma:12" */
export function placeOf(known: Known, path: string, span: Span): string {
  return `${path}:${lineOf(known, path, span)}`;
}

/** The 1-based line on which a member stands, below its comment. */
export function lineOf(known: Known, path: string, { start, end }: Span): number {
  const text = textOf(known, path);
  const comment = COMMENT.exec(text.slice(start, end))?.[0] ?? "";
  return lineAt(text, start + comment.length);
}

const COMMENT = /^(?:[ \t]*\/\/[^\n]*\n|\s*\/\*[\s\S]*?\*\/[^\n]*\n)*/;
