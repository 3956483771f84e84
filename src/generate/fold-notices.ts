import type { Notice } from "./notice.js";

const ALONE = 3;
const HEADINGS = 4;

/**
 * Notices as a person reads them: where many sections of one document are meant, one notice says how many, and names
 * the first of them by their headings.
 */
export function foldNotices(notices: readonly Notice[]): readonly Notice[] {
  const documents = new Map<string, Notice[]>();
  for (const notice of notices.filter(isMixed))
    documents.set(notice.path, [...(documents.get(notice.path) ?? []), notice]);
  return notices.flatMap((notice) => {
    const all = documents.get(notice.path) ?? [];
    if (!isMixed(notice) || all.length <= ALONE) return [notice];
    return notice === all[0] ? [foldedOf(notice, all)] : [];
  });
}

function isMixed(notice: Notice): boolean {
  return notice.kind === "mixed-requirement";
}

function foldedOf(first: Notice, all: readonly Notice[]): Notice {
  const headings = [...new Set(all.flatMap(({ section }) => section ?? []))];
  const shown = headings.slice(0, HEADINGS).map((heading) => `"${heading}"`);
  const more = all.length - shown.length;
  const named = shown.length === 0 ? "" : `: ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  const last = all.at(-1)?.line ?? null;
  const lines = last === null ? "" : ` up to line ${last}`;
  return {
    kind: first.kind,
    path: first.path,
    line: first.line,
    text: `${all.length} sections${lines}${named}`,
  };
}
