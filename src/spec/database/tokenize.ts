import { lineAt, SpecError } from "../../errors/spec-error.js";

/** One token of a Prisma schema with its place. Line breaks are tokens, because they end fields. */
export interface Token {
  readonly kind: "word" | "string" | "doc" | "comment" | "mark" | "newline" | "end";
  /** As written; for docs without the slashes and the one blank behind them. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PATTERN =
  /(?<newline>\r?\n)|(?<blank>[^\S\n]+)|\/\/\/(?<doc>[^\r\n]*)|(?<comment>\/\/[^\r\n]*|\/\*[^]*?\*\/)|(?<string>"(?:[^"\\\r\n]|\\.)*")|(?<word>[\p{L}\p{N}_][\p{L}\p{N}_-]*)|(?<mark>[^])/uy;

/** Splits a schema file into tokens; an unfinished string is reported at its place. */
export function tokenize(path: string, text: string): readonly Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  for (let match = PATTERN.exec(text); match !== null && match[0] !== ""; match = PATTERN.exec(text)) {
    const groups = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (groups["blank"] !== undefined) continue;
    if (groups["doc"] !== undefined) {
      tokens.push({ kind: "doc", text: groups["doc"].replace(/^ /, "").trimEnd(), start, end });
      continue;
    }
    const kind = (["newline", "comment", "string", "word"] as const).find((k) => groups[k] !== undefined);
    if (match[0] === '"') throw new SpecError(path, lineAt(text, start), "A string is not closed");
    tokens.push({ kind: kind ?? "mark", text: match[0], start, end });
  }
  tokens.push({ kind: "end", text: "", start: text.length, end: text.length });
  return tokens;
}
