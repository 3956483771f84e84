import type { Edit } from "../../source/edit.js";
import type { Notice } from "../notice.js";
import { sectionsOf, type Section } from "../../spec/requirement/markdown-sections.js";
import { linesLinkingTo, resolveTarget } from "./removed-links.js";
import { outermost, removedSections } from "./removed-sections.js";
import { keptParts, mixedNotice } from "./requirement-notices.js";
import { isBlank, linesOf, textWithout, type Line } from "../../source/text-lines.js";
import type { Vocabulary } from "./vocabulary.js";

export interface DocumentEdits {
  readonly edits: readonly Edit[];
  readonly notices: readonly Notice[];
  /** Path → how the document uses what goes. */
  readonly reasons: ReadonlyMap<string, string>;
}

interface Page {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  readonly gone: ReadonlySet<Section>;
  readonly goneLines: ReadonlySet<number>;
  /** Nothing but its title would be left. */
  readonly deleted: boolean;
}

/** Takes the sections about what goes out of the requirement documents, and the list items that link to them. */
export function editRequirements(texts: ReadonlyMap<string, string>, vocabulary: Vocabulary): DocumentEdits {
  const pages = readPages(texts, vocabulary);
  const edits: Edit[] = [];
  const notices: Notice[] = [];
  const reasons = new Map<string, string>();
  const isGone = goneTargets(pages);
  for (const page of pages) {
    const { path, text, lines, sections, gone } = page;
    const links = linesLinkingTo(lines, (target) => isGone(path, target));
    const after = page.deleted ? null : textWithout(text, lines, new Set([...page.goneLines, ...links]));
    if (after !== text) {
      edits.push({ path, before: text, after });
      reasons.set(path, gone.size > 0 ? describes(gone) : "links to what goes");
    }
    if (after === null) continue;
    for (const part of keptParts(sections, gone, lines)) {
      const notice = mixedNotice(path, part, lines, links, vocabulary);
      if (notice !== null) notices.push(notice);
    }
  }
  return { edits, notices, reasons };
}

/** A heading that is a link to a document goes only if that document goes, which is known after a first look. */
function readPages(texts: ReadonlyMap<string, string>, vocabulary: Vocabulary): readonly Page[] {
  const readAll = (deleted: ReadonlySet<string>): readonly Page[] =>
    [...texts].map(([path, text]) => {
      const linked = (title: string): readonly string[] =>
        [...title.matchAll(/\]\(\s*([^)\s]+)/g)].flatMap(
          (match) => resolveTarget(path, match[1]!)?.path ?? [],
        );
      const mayGo = (section: Section): boolean =>
        linked(section.title).every((target) => !texts.has(target) || target === path || deleted.has(target));
      return readPage(path, text, mayGo, vocabulary);
    });
  const first = readAll(new Set());
  const deleted = new Set(first.flatMap((page) => (page.deleted ? [page.path] : [])));
  return deleted.size === 0 ? first : readAll(deleted);
}

function readPage(
  path: string,
  text: string,
  mayGo: (section: Section) => boolean,
  vocabulary: Vocabulary,
): Page {
  const lines = linesOf(text);
  const sections = sectionsOf(lines);
  const gone = removedSections(sections, lines, mayGo, vocabulary);
  const goneLines = new Set<number>();
  for (const section of gone)
    for (let at = section.from, end = endOf(section, sections, lines); at < end; at++) goneLines.add(at);
  const left = lines.flatMap((line, index) =>
    isBlank(line) || isRule(line) || goneLines.has(index) ? [] : [index],
  );
  const titles = sections.filter((section) => section.level === 1 && !gone.has(section));
  const behindTitle = titles.length === 1 ? titles[0]!.body : 0;
  const deleted = gone.size > 0 && left.every((index) => index < behindTitle);
  return { path, text, lines, sections, gone, goneLines, deleted };
}

/** A rule at the end of a section divides what follows from the section above as well, if that ends there too. */
function endOf(section: Section, sections: readonly Section[], lines: readonly Line[]): number {
  const next = sections.find((other) => other.from === section.to);
  if (next === undefined || next.level >= section.level) return section.to;
  let end = section.to;
  while (end > section.body && isBlank(lines[end - 1])) end--;
  return end > section.body && isRule(lines[end - 1] as Line) ? end - 1 : section.to;
}

function isRule(line: Line): boolean {
  return /^\s*([-*_])(\s*\1){2,}\s*$/.test(line.text);
}

function goneTargets(pages: readonly Page[]): (from: string, target: string) => boolean {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return (from, target) => {
    const found = resolveTarget(from, target);
    const page = found === null ? undefined : byPath.get(found.path);
    if (found === null || page === undefined) return false;
    if (page.deleted) return true;
    const section = page.sections.find((each) => each.anchor === found.anchor);
    return section !== undefined && page.gone.has(section);
  };
}

function describes(gone: ReadonlySet<Section>): string {
  const titles = outermost(gone).map((section) => `"${section.title}"`);
  return `describes it in ${titles.join(", ")}`;
}
