import type { ts } from "ts-morph";
import type { Splice } from "../../../source/edit.js";
import { eolOf } from "../../../source/eol.js";
import type { Model } from "../../../spec/database/database-spec.js";
import type { Dto, Operation } from "../../../spec/interface/interface-spec.js";
import type { Known } from "../../create/known.js";
import { answerOfRow } from "../answer-of-row.js";
import { bareLiteral, shownItem, type ShownRow, shownRow } from "../shown-row.js";
import { idleSelections } from "./idle-selections.js";
import { asksForNone, memberRead, ownReturns, readsOf } from "./own-returns.js";
import type { Retold } from "./retold.js";
import { withoutEntry } from "./without-entry.js";

/** The answer of an operation that shows rows member by member: fewer members, or those that others show. */
export function byEntries(
  owner: ts.FunctionDeclaration,
  operation: Operation,
  model: Model,
  rows: { readonly from: Dto; readonly to: Dto; readonly paged: boolean },
  known: Known,
): Retold {
  const found = (rows.paged ? shownItem : shownRow)(owner, model.name);
  const returns = ownReturns(owner);
  const [last] = returns.slice(-1);
  if (last === undefined || (rows.paged && found === null)) return { ok: false, node: last ?? owner };
  const shown = rows.paged
    ? [found?.shown ?? null]
    : returns.map(({ expression }) => bareLiteral(expression));
  const own = shown.map((each) => (each === null ? null : ownMembers(owner, each, found, rows)));
  if (own.every((each) => each !== null)) return { ok: true, splices: own.flat(), code: "" };
  const early = returns.find((each) => each !== last);
  if (found === null || early !== undefined) return { ok: false, node: early ?? last };
  return othersMembers(owner, found, operation, model, rows.to, known);
}

/** What is shown already, without what is not shown any more; null where that is not all of it. */
function ownMembers(
  owner: ts.FunctionDeclaration,
  shown: ts.ObjectLiteralExpression,
  found: ShownRow | null,
  { from, to }: { readonly from: Dto; readonly to: Dto },
): readonly Splice[] | null {
  const typeOf = (dto: Dto, name: string): string | undefined =>
    dto.properties.find((each) => each.name === name)?.type.replace(/\s+/g, "");
  const names = new Set(to.properties.map(({ name }) => name));
  const entries = new Map(shown.properties.map((each) => [each.name?.getText() ?? "...", each]));
  if (entries.has("...")) return null;
  for (const { name, optional } of to.properties)
    if (entries.has(name) ? typeOf(from, name) !== typeOf(to, name) : !optional) return null;
  const gone = [...entries].filter(([name]) => !names.has(name)).map(([, entry]) => entry);
  const idle = found?.shown === shown ? idleSelections(owner, found.query, found.row, gone) : [];
  return [...gone.map(withoutEntry), ...idle];
}

/** What another operation shows of a row, where nothing else reads what the query finds no longer. */
function othersMembers(
  owner: ts.FunctionDeclaration,
  { shown, row, query }: ShownRow,
  operation: Operation,
  model: Model,
  to: Dto,
  known: Known,
): Retold {
  const answer = answerOfRow(to, model, { ...operation, kind: "list" }, known);
  // What needs another file is for a backend that has it to say.
  if (answer?.value == null || answer.transformers.length > 0) return { ok: false, node: shown };
  const others = readsOf(owner, row).filter((each) => each.pos < shown.pos || each.end > shown.end);
  const plain = new Set(model.fields.filter(({ relation }) => relation === null).map(({ name }) => name));
  const lost = others.find(
    (each) =>
      !asksForNone(each) && (/\bselect:/.test(answer.selecting) || !plain.has(memberRead(each) ?? "")),
  );
  if (lost !== undefined) return { ok: false, node: lost.parent };
  const parts = query.properties.filter((each) => /^(include|select|omit)$/.test(each.name?.getText() ?? ""));
  const [first, ...rest] = parts;
  const eol = eolOf(owner.getSourceFile().text);
  const value = indented(answer.value(row), shown);
  return {
    ok: true,
    splices: [
      { start: shown.getStart(), end: shown.end, text: value },
      ...rest.map(withoutEntry),
      ...selecting(query, first, answer.selecting, eol),
    ],
    code: `${value} ${answer.selecting}`,
  };
}

/** The selection of a query in the place of the one it had, or as its last entry. */
function selecting(
  query: ts.ObjectLiteralExpression,
  old: ts.ObjectLiteralElementLike | undefined,
  text: string,
  eol: string,
): readonly Splice[] {
  const last = query.properties.at(-1);
  if (old !== undefined)
    return text === ""
      ? [withoutEntry(old)]
      : [{ start: old.getStart(), end: old.end, text: indented(text, old) }];
  if (text === "" || last === undefined) return [];
  const line = /\n([ \t]*)$/.exec(query.getSourceFile().text.slice(0, last.getStart()))?.[1];
  const gap = line === undefined ? " " : `${eol}${line}`;
  return [{ start: last.end, end: last.end, text: `,${gap}${indented(text, last)}` }];
}

/** Lines that begin where those of a node do: what was copied may have stood deeper, or less deep. */
function indented(text: string, at: ts.Node): string {
  const source = at.getSourceFile().text;
  const eol = eolOf(source);
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const own = /^[ \t]*/.exec(source.slice(source.lastIndexOf("\n", at.getStart()) + 1))?.[0] ?? "";
  const depth = /^[ \t]*/.exec(lines.at(-1) ?? "")?.[0].length ?? 0;
  const flat = lines.slice(1, -1).every((line) => /^\S/.test(line));
  return lines
    .map((line, index) => {
      if (index === 0) return line;
      const inner = flat && index < lines.length - 1 ? "  " : "";
      return `${own}${inner}${flat ? line : line.slice(Math.min(depth, line.length - line.trimStart().length))}`;
    })
    .join(eol);
}
