import type { ts } from "ts-morph";
import type { Receiver } from "../add/receivers.js";
import { importsName, memberText } from "../add/values.js";
import type { Computed } from "./computed.js";
import type { ListedAs } from "./selection.js";

/** What a property shows, given a row that was read with what it needs. */
export function shownOf(
  { how, relation, view, through }: Computed,
  row: Receiver,
  listed: ListedAs,
  file: ts.SourceFile,
): string {
  const missing = row.text.endsWith("?");
  const rows = memberText(row, relation.name);
  const counted = `${memberText(row, "_count")}.${relation.name}`;
  if (how === "count") return missing ? `${counted} ?? 0` : counted;
  if (how === "has") return missing ? `(${counted} ?? 0) > 0` : `${counted} > 0`;
  if (view === null) return rows;
  if (how === "latest") {
    const one = rows.replace("?.", ".");
    const last = listed === "asked" ? `${one}[0]` : `${one}[${one}.length - 1]`;
    const there =
      listed === "asked" ? `${rows}[0]` : `${missing ? `(${rows}?.length ?? 0)` : `${rows}.length`} > 0`;
    const value = view.value(listed === "asked" ? last : `${last}!`);
    return `${there} ? ${inFile(value, file)} : null`;
  }
  const all = missing ? `(${rows} ?? [])` : rows;
  const { transformer } = view;
  if (transformer === null) return `${all}.map((each) => (${inFile(view.value("each"), file)}))`;
  const shown =
    through === undefined
      ? `${transformer.name}.transform`
      : `(each) => ${view.value("each").replace(/^await /, "")}`;
  return importsName(file, "ArrayUtil")
    ? `await ArrayUtil.asyncMap(${all}, ${shown})`
    : `await Promise.all(${all}.map(${shown}))`;
}

/** What it shows of a row that was just made, and that nothing leads to yet. */
export const SHOWN_OF_NEW: Readonly<Record<Computed["how"], string>> = {
  count: "0",
  has: "false",
  latest: "null",
  list: "[]",
};

/** Moments become text in the way of the file. */
function inFile(value: string, file: ts.SourceFile): string {
  return importsName(file, "toISOStringSafe")
    ? value
    : value.replace(/toISOStringSafe\(([\w.[\]!-]+)\)/g, "$1.toISOString()");
}
