import { ts } from "ts-morph";
import { applySplices, type Edit } from "../../../source/edit.js";
import { eolOf } from "../../../source/eol.js";
import { parseTypescript } from "../../../source/parse-typescript.js";
import { dtoDeclarations } from "../../names/find-declaration.js";
import type { Known } from "../../create/known.js";
import type { AnswerNames } from "./answer-names.js";

/** A page of what rows are shown as from now on, told after the page that there is; null where that cannot be done. */
export function pageType({ from, to, row }: AnswerNames, { backend, api }: Known): Edit | null {
  const path = api.dtos.get(from)?.path ?? "";
  const file = backend.files.get(path);
  const source = file === undefined ? null : parseTypescript(file);
  const [like] = source === null ? [] : dtoDeclarations(source, from);
  if (source === null || like === undefined || !ts.isTypeAliasDeclaration(like)) return null;
  const { text } = source;
  const eol = eolOf(text);
  const start = ts.getLeadingCommentRanges(text, like.pos)?.at(-1)?.pos ?? like.getStart();
  const shown = new RegExp(`\\b${row.from.replace(".", "\\.")}\\b(?!\\.)`, "g");
  const [base = "", summary] = to.split(".");
  const told = text
    .slice(start, like.end)
    .replace(shown, row.to)
    .replace(/(\btype\s+)\w+/, `$1${summary ?? base}`)
    .split(/\r?\n/);
  if (summary === undefined) {
    const depth = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
    const lines = told.map((line, index) => (index === 0 ? line : line.slice(depth)));
    const space = like.parent.parent;
    const at = ts.getLeadingCommentRanges(text, space.pos)?.at(-1)?.pos ?? space.getStart();
    return edit(path, text, at, `${lines.join(eol)}${eol}`);
  }
  const lines = told.map((line) => (line === "" ? line : `  ${line}`));
  const space = `export namespace ${base} {${eol}${lines.join(eol)}${eol}}`;
  return edit(path, text, like.end, `${eol}${space}`);
}

function edit(path: string, before: string, at: number, text: string): Edit {
  return { path, before, after: applySplices(before, [{ start: at, end: at, text }]) };
}
