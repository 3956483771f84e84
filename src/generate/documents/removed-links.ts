import type { Line } from "../../source/text-lines.js";

/** An item of a list that begins with a link, perhaps in bold or behind a box to tick. */
const ITEM =
  /^(\s*)(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?[*_]{0,2}\[[^\]]*\]\(\s*<?([^)\s>]*)>?(?:\s+"[^"]*")?\s*\)/;

/**
 * Lines of list items whose link leads to something that goes, with the lines that continue them. An item stays if
 * an item below it stays.
 */
export function linesLinkingTo(
  lines: readonly Line[],
  isGone: (target: string) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (let index = lines.length - 1; index >= 0; index--) {
    const item = ITEM.exec(lines[index]!.text);
    if (item === null || !isGone(item[2] as string)) continue;
    const end = endOfItem(lines, index, item[1]!.length);
    const inner = lines.slice(index + 1, end).map((line, offset) => [line, index + 1 + offset] as const);
    if (inner.some(([line, at]) => /^\s*([-*+]|\d+[.)])\s/.test(line.text) && !found.has(at))) continue;
    for (let at = index; at < end; at++) found.add(at);
  }
  return found;
}

function endOfItem(lines: readonly Line[], index: number, indent: number): number {
  let end = index + 1;
  while (end < lines.length) {
    const { text } = lines[end] as Line;
    if (text.trim() === "" || text.length - text.trimStart().length <= indent) break;
    end++;
  }
  return end;
}

/** Path that a link's target means, seen from the file it stands in; a target outside of the repository is null. */
export function resolveTarget(
  from: string,
  target: string,
): { readonly path: string; readonly anchor: string | null } | null {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return null;
  const [file = "", anchor] = target.split("#");
  const parts = file.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const part of decoded(file).split("/"))
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  return { path: file === "" ? from : parts.join("/"), anchor: anchor ?? null };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
