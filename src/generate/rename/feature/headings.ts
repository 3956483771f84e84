import type { Backend } from "../../../source/backend.js";
import { applySplices, type Edit, type Splice } from "../../../source/edit.js";
import { classify } from "../../../source/layout.js";
import { sectionsOf } from "../../../spec/requirement/markdown-sections.js";
import { mentionsIn } from "../../documents/mentions.js";
import { keptParts, mixedNotice } from "../../documents/requirement-notices.js";
import { linesOf } from "../../../source/text-lines.js";
import type { Vocabulary } from "../../documents/vocabulary.js";
import type { Notice } from "../../notice.js";

/** Headings of requirements under the new name, with the links to them; prose that speaks of the feature is listed. */
export function renameHeadings(
  backend: Backend,
  vocabulary: Vocabulary,
  respell: (text: string) => string,
): { readonly edits: readonly Edit[]; readonly notices: readonly Notice[] } {
  const anchors = new Map<string, string>();
  const edited = new Map<string, string>();
  const notices: Notice[] = [];
  const files = [...backend.files.values()].filter(({ path }) => classify(path) === "requirement");
  for (const { path, text } of files) {
    if (text === null) continue;
    const lines = linesOf(text);
    const sections = sectionsOf(lines);
    const named = new Set(
      sections.filter(({ title }) => mentionsIn(title, vocabulary).length > 0).map(({ from }) => from),
    );
    const after = applySplices(text, headingSplices(text, named, respell));
    edited.set(path, after);
    const now = sectionsOf(linesOf(after));
    sections.forEach(({ anchor }, index) => {
      const to = now[index]?.anchor ?? anchor;
      if (to !== anchor) anchors.set(`${path}#${anchor}`, to);
    });
    for (const part of keptParts(sections, new Set(), lines)) {
      const notice = mixedNotice(path, part, lines, named, vocabulary);
      if (notice !== null) notices.push(notice);
    }
  }
  const edits = files.flatMap(({ path, text }): readonly Edit[] => {
    const after = relinked(path, edited.get(path) ?? "", anchors);
    return text === null || after === text ? [] : [{ path, before: text, after }];
  });
  return { edits, notices };
}

function headingSplices(
  text: string,
  lines: ReadonlySet<number>,
  respell: (text: string) => string,
): readonly Splice[] {
  let start = 0;
  return text.split("\n").flatMap((line, index): readonly Splice[] => {
    const at = start;
    start += line.length + 1;
    // What a heading links to has a name of its own.
    const now = line.replace(
      /(\]\([^)]*\))|([^\]]+)/g,
      (_, link: string | undefined, words = "") => link ?? withArticles(words as string, respell),
    );
    return lines.has(index) && now !== line ? [{ start: at, end: at + line.length, text: now }] : [];
  });
}

/** "An article" is "a post". */
function withArticles(text: string, respell: (text: string) => string): string {
  const now = respell(text);
  if (now === text) return text;
  return now.replace(/\b(an?) (?=(\w+))/gi, (all, article: string, next: string) => {
    if (text.includes(`${article} ${next}`)) return all;
    return `${article.charAt(0)}${/^[aeiou]/i.test(next) ? "n" : ""} `;
  });
}

/** `](#old)` and `](other.md#old)` */
function relinked(path: string, text: string, anchors: ReadonlyMap<string, string>): string {
  return text.replace(/(\]\()([^)#\s]*)#([^)\s]+)/g, (all, open: string, file: string, anchor: string) => {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const target = file === "" ? path : folder + file.replace(/^\.\//, "");
    const to = anchors.get(`${target}#${anchor}`);
    return to === undefined ? all : `${open}${file}#${to}`;
  });
}
